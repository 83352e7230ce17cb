import { i18n } from '@lingui/core'
import { FileRefused, type FileRules } from '~/ui/use-attached-files'

interface Answer {
  id?: string
  /** Why it was refused, in the reader's language. */
  message?: string
}

/** Sends a file ahead of the message that it belongs to and gives back what the server calls it. */
const upload: NonNullable<FileRules['upload']> = (file, progress, signal) =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('PUT', `/files/uploads?name=${encodeURIComponent(nameOf(file))}`)
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.setRequestHeader('accept-language', i18n.locale)
    request.responseType = 'json'
    request.upload.addEventListener('progress', ({ loaded, total }) => progress(total > 0 ? loaded / total : 0))
    request.addEventListener('load', () => {
      const { id, message } = (request.response ?? {}) as Answer
      if (request.status < 300 && id) return resolve(id)
      reject(message ? new FileRefused(message) : new Error(`The file was refused: ${request.status}`))
    })
    request.addEventListener('error', () => reject(new TypeError('The file did not arrive')))
    request.addEventListener('abort', () => reject(new DOMException('Taken back', 'AbortError')))
    signal.addEventListener('abort', () => request.abort())
    request.send(file)
  })

/** What a camera has taken may come without a proper ending; the server knows files by it. */
const nameOf = ({ name, type }: File) => (name.includes('.') || type !== 'image/jpeg' ? name : `${name}.jpg`)

/** What the server takes: pictures, office files, texts. */
export const FILES: FileRules = {
  accept: 'image/png,image/jpeg,image/webp,image/gif,image/heic,.heic,.heif,.pdf,.txt,.csv,.docx,.xlsx,.odt,.ods',
  maxBytes: 10 * 1024 * 1024,
  maxFiles: 10,
  upload,
}

/** What the server calls the files that have arrived. */
export const uploadIds = (files: readonly { uploadId?: string }[]) => files.flatMap(({ uploadId }) => uploadId ?? [])
