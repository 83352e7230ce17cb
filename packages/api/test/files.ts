/** Small files of every kind that is taken, made byte by byte, and their way in and out. */
import { crc32, deflateSync } from 'node:zlib'
import { credentials, publicUrl, type House, type Who } from './house.ts'

const number = (value: number, bytes: 2 | 4, big = true) => {
  const buffer = Buffer.alloc(bytes)
  if (big) buffer.writeUIntBE(value, 0, bytes)
  else buffer.writeUIntLE(value, 0, bytes)
  return buffer
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  return Buffer.concat([number(data.length, 4), body, number(crc32(body), 4)])
}

export function png(padding = 0): Buffer {
  const head = Buffer.concat([number(1, 4), number(1, 4), Buffer.from([8, 0, 0, 0, 0])])
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    ...(padding ? [chunk('prVt', Buffer.alloc(padding))] : []),
    chunk('IDAT', deflateSync(Buffer.from([0, 0]))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

export const jpeg = () =>
  Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    Buffer.from([0xff, 0xe0, 0, 16]),
    Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1'),
    Buffer.from([0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 0x7f, 0xff, 0xd9]),
  ])
export const gif = () =>
  Buffer.from('GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;', 'latin1')
export const webp = () =>
  Buffer.concat([Buffer.from('RIFF'), number(18, 4, false), Buffer.from('WEBPVP8L\x05\0\0\0/\0\0\0\0\0', 'latin1')])
const box = (type: string, data: Buffer) => Buffer.concat([number(8 + data.length, 4), Buffer.from(type), data])
export const heic = () =>
  Buffer.concat([
    box('ftyp', Buffer.from('heic\0\0\0\0mif1heic', 'latin1')),
    box('meta', Buffer.alloc(8)),
    box('mdat', Buffer.alloc(16)),
  ])
export const pdf = (more = '') =>
  Buffer.from(`%PDF-1.7\n1 0 obj\n<<>>\nendobj\n${more}\nstartxref\n0\n%%EOF\n`, 'latin1')

/** An archive whose entries are stored as they are; `claims` makes it say that it unpacks to so many bytes. */
export function zip(entries: Record<string, string>, claims?: number): Buffer {
  const parts: Buffer[] = []
  const table: Buffer[] = []
  let at = 0
  for (const [name, text] of Object.entries(entries)) {
    const data = Buffer.from(text)
    const fields = Buffer.concat([
      number(20, 2, false),
      Buffer.alloc(8),
      number(crc32(data), 4, false),
      number(data.length, 4, false),
      number(claims ?? data.length, 4, false),
      number(Buffer.byteLength(name), 2, false),
      Buffer.alloc(2),
    ])
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, Buffer.from(name), data])
    table.push(
      Buffer.from('PK\x01\x02\x14\0', 'latin1'),
      fields,
      Buffer.alloc(10),
      number(at, 4, false),
      Buffer.from(name),
    )
    parts.push(local)
    at += local.length
  }
  const listed = Buffer.concat(table)
  const count = number(Object.keys(entries).length, 2, false)
  const end = Buffer.concat([
    Buffer.from('PK\x05\x06\0\0\0\0', 'latin1'),
    count,
    count,
    number(listed.length, 4, false),
    number(at, 4, false),
    Buffer.alloc(2),
  ])
  return Buffer.concat([...parts, listed, end])
}

export const docx = (more: Record<string, string> = {}, claims?: number) =>
  zip({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w/>', ...more }, claims)
export const xlsx = () => zip({ '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<w/>' })
const openDocument = (kind: string) =>
  zip({ mimetype: `application/vnd.oasis.opendocument.${kind}`, 'content.xml': '<c/>' })
export const odt = () => openDocument('text')
export const ods = () => openDocument('spreadsheet')

export interface Uploaded {
  status: number
  headers: Record<string, unknown>
  body: { id: string; name: string; contentType: string; size: number; code?: string; message?: string }
}

/** Sends a file as somebody. */
export async function upload(
  house: House,
  who: Who,
  name: string,
  content: Buffer | string = png(),
  headers: Record<string, string> = {},
): Promise<Uploaded> {
  const answer = await house.app.http.inject({
    method: 'PUT',
    url: `/files/uploads?name=${encodeURIComponent(name)}`,
    headers: {
      origin: publicUrl,
      'accept-language': 'en',
      'content-type': 'application/octet-stream',
      ...credentials(who),
      ...headers,
    },
    payload: content,
  })
  return { status: answer.statusCode, headers: answer.headers, body: answer.json() }
}

/** Asks for an attachment as somebody. */
export const download = (house: House, who: Who, id: string) =>
  house.app.http.inject({
    method: 'GET',
    url: `/files/attachments/${id}`,
    headers: { 'accept-language': 'en', ...credentials(who) },
  })
