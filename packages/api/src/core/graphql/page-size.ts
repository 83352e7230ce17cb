/** `first` and `last`: whole numbers from 1 to the limit, one of the two. */
import { Kind, type ArgumentNode, type GraphQLError } from 'graphql'
import { badUserInput } from './errors.ts'
import type { Limits } from './limits.ts'

export const isPageArgument = (name: string): boolean => name === 'first' || name === 'last'

/** Whether the list may be asked for so many at once. */
export const isPageSize = (size: unknown, limits: Limits): boolean =>
  Number.isInteger(size) && (size as number) >= 1 && (size as number) <= limits.page.most

/** Sizes written into the document. What variables bring is checked with the cost, on every request. */
export function checkPageLiterals(args: readonly ArgumentNode[], limits: Limits): GraphQLError | undefined {
  const sizes = args.filter((each) => isPageArgument(each.name.value) && each.value.kind === Kind.INT)
  for (const each of sizes) {
    if (each.value.kind === Kind.INT && !isPageSize(Number(each.value.value), limits))
      return wrongPageSize(each, limits)
  }
  return sizes.length > 1 ? bothEnds(sizes[0]!) : undefined
}

export const wrongPageSize = (argument: ArgumentNode, limits: Limits): GraphQLError =>
  badUserInput(`\`${argument.name.value}\` must be between 1 and ${limits.page.most}.`, {
    nodes: argument,
    extensions: { argument: argument.name.value },
  })

export const bothEnds = (argument: ArgumentNode): GraphQLError =>
  badUserInput('Ask for `first` or for `last`, not for both.', {
    nodes: argument,
    extensions: { argument: argument.name.value },
  })
