/**
 * Which files are taken: a short list of kinds, each known by its ending and proved by its content from the first byte
 * to the last. Programs, pages, drawings with script (SVG) and archives are not on it: nobody can see what an archive
 * holds before it is unpacked.
 */
import type { FileHandle } from 'node:fs/promises'
import { Window } from './window.ts'
import { endsAsZip, firstStored, zipNames } from './zip.ts'

export interface Format {
  type: string
  isOne: (file: Window) => Promise<boolean>
}

const markup = /<(?:!doctype|html|svg|script|iframe|\?php|\?xml)/i
const markupInside = /<(?:!doctype|html|svg|script|iframe|\?php)/i
const edge = 4_096

const ascii = async (file: Window, at: number, length: number) => (await file.at(at, length)).toString('latin1')

/** Nothing but what it says: no archive behind it, no page at its ends. */
const alone =
  (isOne: Format['isOne']): Format['isOne'] =>
  async (file) =>
    (await isOne(file)) &&
    !(await endsAsZip(file)) &&
    !markupInside.test(await ascii(file, 0, edge)) &&
    !markupInside.test((await file.end(edge)).toString('latin1'))

/** Chunk after chunk to the last byte: nothing hangs behind the picture. */
async function isPng(file: Window): Promise<boolean> {
  if ((await ascii(file, 0, 8)) !== '\x89PNG\r\n\x1a\n' || (await ascii(file, 12, 4)) !== 'IHDR') return false
  for (let at = 8; at + 12 <= file.size;) {
    const head = await file.at(at, 8)
    at += 12 + head.readUInt32BE(0)
    if (head.toString('latin1', 4, 8) === 'IEND') return at === file.size
  }
  return false
}

async function isJpeg(file: Window): Promise<boolean> {
  if ((await ascii(file, 0, 2)) !== '\xff\xd8') return false
  for (let at = 2; at + 4 <= file.size;) {
    const head = await file.at(at, 4)
    if (head[0] !== 0xff) return false
    // The picture's own bytes begin; cameras put previews behind them.
    if (head[1] === 0xda) return true
    at += head[1] === 0xff ? 1 : 2 + head.readUInt16BE(2)
  }
  return false
}

async function isGif(file: Window): Promise<boolean> {
  const head = await file.at(0, 13)
  if (!/^GIF8[79]a/.test(head.toString('latin1'))) return false
  const colours = (flags: number) => (flags & 0x80 ? 3 << ((flags & 7) + 1) : 0)
  let at = 13 + colours(head[10] ?? 0)
  const skipBlocks = async () => {
    for (;;) {
      const [length] = await file.at(at, 1)
      if (length === undefined) return false
      at += 1 + length
      if (length === 0) return true
    }
  }
  for (;;) {
    const [kind] = await file.at(at, 1)
    if (kind === 0x3b) return at + 1 === file.size
    if (kind === 0x21) at += 2
    else if (kind === 0x2c) at += 11 + colours((await file.at(at + 9, 1))[0] ?? 0)
    else return false
    if (!(await skipBlocks())) return false
  }
}

async function isWebp(file: Window): Promise<boolean> {
  const head = await file.at(0, 16)
  if (head.length < 16 || !/^RIFF[^]{4}WEBPVP8[ LX]$/.test(head.toString('latin1'))) return false
  const size = head.readUInt32LE(4) + 8
  return size === file.size || size + 1 === file.size
}

const heicBrand = /heic|heix|heim|heis|hevc|hevx|mif1|msf1/

async function isHeic(file: Window): Promise<boolean> {
  if ((await ascii(file, 4, 4)) !== 'ftyp' || !heicBrand.test(await ascii(file, 8, 24))) return false
  for (let at = 0; at + 8 <= file.size;) {
    const head = await file.at(at, 16)
    const short = head.readUInt32BE(0)
    const length = short === 1 && head.length === 16 ? Number(head.readBigUInt64BE(8)) : short || file.size - at
    if (length < 8) return false
    at += length
    if (at === file.size) return true
  }
  return false
}

async function isPdf(file: Window): Promise<boolean> {
  return /^%PDF-[12]\.\d/.test(await ascii(file, 0, 8)) && /%%EOF/.test((await file.end(1_024)).toString('latin1'))
}

// oxlint-disable-next-line no-control-regex -- controls are what it looks for
const controls = /[\0-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f]/

/** UTF-8 from the first byte to the last, without controls, and no page in disguise. */
async function isText(file: Window): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let first = true
  try {
    for await (const piece of file.pieces()) {
      const text = decoder.decode(piece, { stream: true })
      if (controls.test(text) || (first && markup.test(text.slice(0, edge)))) return false
      first = false
    }
    return !controls.test(decoder.decode())
  } catch {
    return false
  }
}

/** Macros are programs. */
const macros = /vbaProject|\/macrosheets\//i

const openXml =
  (main: string): Format['isOne'] =>
  async (file) => {
    const names = await zipNames(file)
    return (
      names !== null &&
      names.includes('[Content_Types].xml') &&
      names.includes(main) &&
      !names.some((name) => macros.test(name))
    )
  }
const openDocument =
  (type: string): Format['isOne'] =>
  async (file) => {
    const [names, first] = [await zipNames(file), await firstStored(file)]
    return (
      names !== null &&
      names.includes('content.xml') &&
      first?.name === 'mimetype' &&
      first.text === type &&
      !names.some((name) => name.startsWith('Basic/') || name.startsWith('Scripts/'))
    )
  }

const jpeg: Format = { type: 'image/jpeg', isOne: alone(isJpeg) }
const heic: Format = { type: 'image/heic', isOne: alone(isHeic) }
const office = 'application/vnd.openxmlformats-officedocument'
const open = 'application/vnd.oasis.opendocument'

const formats: Readonly<Record<string, Format>> = {
  png: { type: 'image/png', isOne: alone(isPng) },
  jpg: jpeg,
  jpeg,
  webp: { type: 'image/webp', isOne: alone(isWebp) },
  gif: { type: 'image/gif', isOne: alone(isGif) },
  heic,
  heif: heic,
  pdf: { type: 'application/pdf', isOne: alone(isPdf) },
  txt: { type: 'text/plain', isOne: isText },
  csv: { type: 'text/csv', isOne: isText },
  docx: { type: `${office}.wordprocessingml.document`, isOne: openXml('word/document.xml') },
  xlsx: { type: `${office}.spreadsheetml.sheet`, isOne: openXml('xl/workbook.xml') },
  odt: { type: `${open}.text`, isOne: openDocument(`${open}.text`) },
  ods: { type: `${open}.spreadsheet`, isOne: openDocument(`${open}.spreadsheet`) },
}

/** Endings of the files that are taken, for people. */
export const takenEndings = Object.keys(formats).join(', ')

/** What a file's name says that it is; undefined when such files are not taken. */
export function formatOf(name: string): Format | undefined {
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  return Object.hasOwn(formats, ending) ? formats[ending] : undefined
}

/** Whether the file's content is what its name says. */
export const isWhatItSays = (format: Format, file: FileHandle, size: number): Promise<boolean> =>
  format.isOne(new Window(file, size))
