import { instant, Node, of, Person, text, type, whole } from '../../core/graphql/fields.ts'

@type('A file that hangs on a ticket or on a comment.', { implements: Node })
export class Attachment extends Node {
  @text('Name of the file with its ending.') name!: string
  @text('Media type, proved by the content: image/png, application/pdf …') contentType!: string
  @whole('Bytes.') size!: number
  @instant('When it was uploaded.') createdAt!: string
  @of(() => Person, 'Who uploaded it.') uploader!: Person
  @text('Path on this server to download it, as the one who asks; it always comes as a download.') url!: string
}
