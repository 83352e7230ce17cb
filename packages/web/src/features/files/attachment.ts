import type { Attachment } from '~/ui/Conversation'
import type { AttachedFileFragment } from './__generated__/AttachedFile'

/** What every browser can draw; a telephone's HEIC is not among it. */
const PICTURES = new Set(['image/png', 'image/jpeg', 'image/webp', 'image/gif'])

/** A file as a conversation shows it. */
export const attachmentOf = ({ id, name, size, contentType, url }: AttachedFileFragment): Attachment => ({
  id,
  name,
  bytes: size,
  href: url,
  picture: PICTURES.has(contentType),
})
