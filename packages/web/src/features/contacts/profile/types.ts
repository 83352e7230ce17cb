import type { ContactProfileQuery } from './__generated__/ContactProfile'

/** A contact as its page knows it. */
export type Contact = NonNullable<ContactProfileQuery['contact']>
