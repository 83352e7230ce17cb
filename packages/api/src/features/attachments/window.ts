import type { FileHandle } from 'node:fs/promises'

const width = 64 * 1024

/** Looks into a file piece by piece, so that no file is ever held as a whole. */
export class Window {
  private start = 0
  private piece = Buffer.alloc(0)

  constructor(
    private readonly file: FileHandle,
    readonly size: number,
  ) {}

  /** The bytes from `offset`, at most 64 KiB; fewer where the file ends. */
  async at(offset: number, length: number): Promise<Buffer> {
    const wanted = Math.min(length, width)
    if (offset < 0 || offset >= this.size) return Buffer.alloc(0)
    if (offset < this.start || offset + wanted > this.start + this.piece.length) {
      const buffer = Buffer.alloc(Math.min(width, this.size - offset))
      const { bytesRead } = await this.file.read(buffer, 0, buffer.length, offset)
      this.start = offset
      this.piece = buffer.subarray(0, bytesRead)
    }
    return this.piece.subarray(offset - this.start, offset - this.start + wanted)
  }

  /** The last bytes, at most 64 KiB. */
  async end(length: number): Promise<Buffer> {
    const wanted = Math.min(length, width, this.size)
    return this.at(this.size - wanted, wanted)
  }

  /** The whole file, one piece after the other. */
  async *pieces(): AsyncGenerator<Buffer> {
    for (let offset = 0; offset < this.size; offset += width) yield this.at(offset, width)
  }
}
