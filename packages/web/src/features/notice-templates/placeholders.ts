import { msg } from '@lingui/core/macro'
import type { MessageDescriptor } from '@lingui/core'

/** What a template may have filled in, each written as `{name}`. */
export const PLACEHOLDERS: { name: string; about: MessageDescriptor }[] = [
  { name: 'recipient', about: msg`Who reads it` },
  { name: 'customer', about: msg`The customer` },
  { name: 'contract', about: msg`Name of the contract` },
  { name: 'reference', about: msg`Its reference` },
  { name: 'type', about: msg`Its type` },
  { name: 'startsOn', about: msg`First day` },
  { name: 'endsOn', about: msg`Last day` },
  { name: 'days', about: msg`Days until the end, or since it` },
  { name: 'renewal', about: msg`Whether it renews by itself` },
]
