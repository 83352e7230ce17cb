/** Office files are zip archives: their table of contents is read, nothing is unpacked. */
import type { Window } from './window.ts'

const endRecord = 22
const longestComment = 0xffff
const mostEntries = 5_000
/** Nobody writes so much; an archive that says it would unpack to it is made to hurt whoever opens it. */
const mostUnpacked = 500 * 1024 * 1024
const mostTable = 60 * 1024

interface End {
  at: number
  entries: number
  tableSize: number
  tableAt: number
}

/** The record that every zip archive ends with, when the file ends with one. */
async function endOf(file: Window): Promise<End | null> {
  const tail = await file.end(endRecord + longestComment - 64)
  for (let at = tail.length - endRecord; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) !== 0x06054b50 || at + endRecord + tail.readUInt16LE(at + 20) !== tail.length) continue
    return {
      at: file.size - tail.length + at,
      entries: tail.readUInt16LE(at + 10),
      tableSize: tail.readUInt32LE(at + 12),
      tableAt: tail.readUInt32LE(at + 16),
    }
  }
  return null
}

/** Whether a program that looks for archives from the end would find one here. */
export const endsAsZip = async (file: Window): Promise<boolean> => (await endOf(file)) !== null

/** Names of what the archive holds; null when it is none, has something before or behind it, or is made to hurt. */
export async function zipNames(file: Window): Promise<string[] | null> {
  const end = await endOf(file)
  const first = await file.at(0, 4)
  if (!end || first.length < 4 || first.readUInt32LE(0) !== 0x04034b50) return null
  if (end.entries > mostEntries || end.tableSize > mostTable || end.tableAt + end.tableSize !== end.at) return null
  const table = await file.at(end.tableAt, end.tableSize)
  const names: string[] = []
  let unpacked = 0
  let at = 0
  while (at + 46 <= table.length && table.readUInt32LE(at) === 0x02014b50) {
    const [name, extra, comment] = [28, 30, 32].map((offset) => table.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ]
    unpacked += table.readUInt32LE(at + 24)
    names.push(table.toString('utf8', at + 46, at + 46 + name))
    at += 46 + name + extra + comment
  }
  const escapes = names.some((name) => name.startsWith('/') || /(^|[\\/])\.\.([\\/]|$)/.test(name))
  if (at !== table.length || names.length !== end.entries || unpacked > mostUnpacked || escapes) return null
  return names
}

/** The text of the first entry when it is stored as it is, as OpenDocument wants of its type. */
export async function firstStored(file: Window): Promise<{ name: string; text: string } | null> {
  const head = await file.at(0, 256)
  if (head.length < 30 || head.readUInt16LE(8) !== 0) return null
  const [size, name, extra] = [head.readUInt32LE(18), head.readUInt16LE(26), head.readUInt16LE(28)]
  const from = 30 + name + extra
  if (from + size > head.length) return null
  return { name: head.toString('utf8', 30, 30 + name), text: head.toString('utf8', from, from + size) }
}
