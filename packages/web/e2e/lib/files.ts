/** Files for tests: made here, sent as somebody. */
import { crc32, deflateSync } from 'node:zlib'
import { programUrl } from './address.ts'
import { sessionOf } from './accord.ts'

/** A picture as a screenshot would be: some bands of grey on white. */
export function png(width = 640, height = 400): Buffer {
  const rows = Array.from({ length: height }, (_, y) => {
    const row = Buffer.alloc(width + 1, y % 80 < 40 ? 250 : 205)
    row[0] = 0
    if (y % 80 > 12 && y % 80 < 28) row.fill(120, 40, Math.round(width * (0.4 + (y % 7) / 20)))
    return row
  })
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head[8] = 8
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const parts = [part('IHDR', head), part('IDAT', deflateSync(Buffer.concat(rows))), part('IEND', Buffer.alloc(0))]
  return Buffer.concat([signature, ...parts])
}

function part(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type), content])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(content.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}

/** Uploads a file as somebody and gives what the server calls it. */
export async function uploadAs(who: string, name: string, content: Buffer): Promise<string> {
  const { name: cookie, value } = await sessionOf(who)
  const response = await fetch(`${programUrl()}/files/uploads?name=${encodeURIComponent(name)}`, {
    method: 'PUT',
    headers: { cookie: `${cookie}=${value}`, origin: programUrl(), 'content-type': 'application/octet-stream' },
    body: new Uint8Array(content),
  })
  if (!response.ok) throw new Error(`${name} was not taken: ${await response.text()}`)
  const { id } = (await response.json()) as { id: string }
  return id
}
