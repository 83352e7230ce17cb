import { Suspense } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import { useForm } from 'react-hook-form'
import { forget } from '~/lib/graphql/forget'
import { DrawerForm } from '~/ui/DrawerForm'
import { EmptyState } from '~/ui/EmptyState'
import { Fact, Facts } from '~/ui/Facts'
import { QueryBoundary } from '~/ui/QueryBoundary'
import { SidePanel } from '~/ui/SidePanel'
import { toast } from '~/ui/toast'
import { useCan } from '../session/SessionProvider'
import type { TypeFieldsFragment } from './__generated__/TypeFields'
import { useTypeListQuery } from './__generated__/TypeList'
import { useUpdateTypeMutation } from './__generated__/UpdateType'
import { TypeFormFields, type TypeValues } from './TypeFormFields'
import { TypeStatus } from './TypeStatus'

/** A kind of contract in a drawer: to change, or to look at. */
export function TypeDrawer({ id }: { id: string }) {
  const navigate = useNavigate()
  const close = () => void navigate({ to: '/admin/service/contract-types', ignoreBlocker: true })
  return (
    <QueryBoundary resetKey={id} fallback={() => null}>
      <Suspense>
        <Loaded id={id} onClose={close} />
      </Suspense>
    </QueryBoundary>
  )
}

function Loaded({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useLingui()
  const mayEdit = useCan('CONTRACTS_WRITE')
  const type = useTypeListQuery().data.contractTypes.find((each) => each.id === id)
  if (!type)
    return (
      <SidePanel title={t`Contract type`} onClose={onClose}>
        <EmptyState title={<Trans>There is no such contract type</Trans>}>
          <Trans>The address is wrong.</Trans>
        </EmptyState>
      </SidePanel>
    )
  return mayEdit ? <Editor type={type} onClose={onClose} /> : <Reading type={type} onClose={onClose} />
}

interface Props {
  type: TypeFieldsFragment
  onClose: () => void
}

function Editor({ type, onClose }: Props) {
  const { t } = useLingui()
  const { id, name, active, requestsNeedApproval } = type
  const form = useForm<TypeValues>({ defaultValues: { name, active, requestsNeedApproval }, mode: 'onTouched' })
  const [update, { loading, error }] = useUpdateTypeMutation({ update: forget('contractTypes') })
  const save = async (values: TypeValues) => {
    const { data } = await update({ variables: { input: { id, ...values, name: values.name.trim() } } })
    return data?.updateContractType.errors
  }
  return (
    <DrawerForm
      title={name}
      form={form}
      onSubmit={save}
      onSaved={() => {
        onClose()
        toast(t`Contract type saved`)
      }}
      onClose={onClose}
      pending={loading}
      error={error}
      submitLabel={t`Save contract type`}
      draftKey={`contract-type:${id}`}
    >
      <TypeFormFields form={form} />
    </DrawerForm>
  )
}

/** For who may see the types and not change them. */
function Reading({ type, onClose }: Props) {
  const { t } = useLingui()
  return (
    <SidePanel title={type.name} onClose={onClose}>
      <Facts>
        <Fact name={t`Status`}>
          <TypeStatus active={type.active} />
        </Fact>
        <Fact name={t`Requests`}>{type.requestsNeedApproval ? t`ask for approval` : null}</Fact>
      </Facts>
    </SidePanel>
  )
}
