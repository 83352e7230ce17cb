import { Arg, Args, Ctx, FieldResolver, Info, Mutation, Query, Resolver } from 'type-graphql'
import type { GraphQLResolveInfo } from 'graphql'
import { read, write } from '../../../core/graphql/answer.ts'
import type { AppContext } from '../../../core/graphql/app-context.ts'
import { NestedPageArgs } from '../../../core/graphql/connection.ts'
import { answeredByCode } from '../../../core/graphql/executor.ts'
import { byPlan } from '../../../core/graphql/fields.ts'
import { ContractPayload } from '../contract.inputs.ts'
import { Contract } from '../contract.type.ts'
import { RenewContractInput, TerminateContractInput } from '../renewal/renewal.inputs.ts'
import { renewContract, terminateContract } from '../renewal/renewal.service.ts'
import * as notices from './notice.service.ts'
import * as types from './notice.type.ts'
import { previewTemplate, updateNoticeTemplate } from './template.service.ts'

@Resolver()
export class NoticeResolver {
  @Query(() => [types.NoticeTemplate], { description: 'The texts of notices: one for each side and language.' })
  noticeTemplates(@Ctx() context: AppContext, @Info() info: GraphQLResolveInfo) {
    return read(context, info)
  }
  @Query(() => types.NoticeTemplatePreview, {
    description: 'A text as a recipient would read it, with an example’s values. Writes nothing, sends nothing.',
  })
  noticeTemplatePreview(
    @Arg('template', () => types.NoticeTemplatePreviewInput) template: types.NoticeTemplatePreviewInput,
    @Ctx() context: AppContext,
  ) {
    return answeredByCode(previewTemplate(context, template))
  }

  @Mutation(() => types.NoticeTemplatePayload, {
    description: 'Changes the text of notices that are not written yet; what stands in braces is from a fixed list.',
  })
  updateNoticeTemplate(
    @Arg('input', () => types.UpdateNoticeTemplateInput) input: types.UpdateNoticeTemplateInput,
    @Ctx() context: AppContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return write(context, info, () => updateNoticeTemplate(context, input))
  }
  @Mutation(() => types.NoticeDeliveryPayload, { description: 'Sends a notice again that the mail server refused.' })
  sendNoticeAgain(
    @Arg('input', () => types.SendNoticeAgainInput) input: types.SendNoticeAgainInput,
    @Ctx() context: AppContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return write(context, info, () => notices.sendNoticeAgain(context, input))
  }
  @Mutation(() => ContractPayload, {
    description:
      'Adds a term behind the last one, before or after its end; notices of the old end that are not sent are skipped.',
  })
  renewContract(
    @Arg('input', () => RenewContractInput) input: RenewContractInput,
    @Ctx() context: AppContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return write(context, info, () => renewContract(context, input))
  }
  @Mutation(() => ContractPayload, { description: 'Ends a contract early, on a day and for a reason.' })
  terminateContract(
    @Arg('input', () => TerminateContractInput) input: TerminateContractInput,
    @Ctx() context: AppContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return write(context, info, () => terminateContract(context, input))
  }
}

/** What notices and renewal add to contracts. */
@Resolver(() => Contract)
export class ContractNotices {
  @FieldResolver(() => types.NoticeDeliveryConnection, {
    description: 'What was told of its ends and what will be, the latest day first. Staff only.',
  })
  noticeDeliveries(@Args(() => NestedPageArgs) _args: NestedPageArgs): unknown {
    return byPlan()
  }
  @FieldResolver(() => Boolean, { description: 'Whether the one who asks may renew it now.' })
  viewerCanRenew(): unknown {
    return byPlan()
  }
}
