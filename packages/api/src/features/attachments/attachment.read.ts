/** How attachments stand on their table, for `core/read`. */
import { column, list, type FieldModel, type TypeModel } from '../../core/read/model.ts'
import { partaker } from './partaker.ts'

export const attachmentModels: TypeModel[] = [
  {
    name: 'Attachment',
    table: 'attachment',
    fields: {
      uploader: { is: 'any', rows: (_x, p, pen) => partaker(p, pen, `${p}.uploader_kind`, `${p}.uploader_id`) },
      url: column((t) => `'${downloadPath}' || ${t}.id`),
    },
  },
]

/** Where a file is downloaded: its id follows. */
const downloadPath = '/files/attachments/'

/** The files of a row, in the order of their upload. */
export const attachmentsOf = (tie: (a: string, p: string) => string): FieldModel =>
  list('Attachment', tie, (a) => `${a}.created_at, ${a}.id`)
