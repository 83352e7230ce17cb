import { useEffect, useRef, useState } from 'react'
import { useLingui } from '@lingui/react/macro'
import { useFormat } from '~/lib/format'
import { isAccepted } from './accepted-file'
import { fileSize } from './file-size'

export interface FileRules {
  /** As of an `<input type=file>`: `image/*,.pdf`. */
  accept?: string
  maxBytes?: number
  maxFiles?: number
  /**
   * Takes a file as soon as it is chosen and gives back what the server calls it. `progress` wants a share from 0 to 1.
   * Without it the files go along with the message.
   */
  upload?: (file: File, progress: (share: number) => void, signal: AbortSignal) => Promise<string>
}

/** Why a file was not taken, in words for the reader; what `upload` rejects with when the server has told. */
export class FileRefused extends Error {}

export interface AttachedFile {
  key: string
  file: File
  state: 'ready' | 'uploading' | 'failed'
  /** From 0 to 1, while it is on its way. */
  share: number
  /** What `upload` gave back. */
  uploadId?: string
  /** Why it was not taken, where the server has told. */
  refusal?: string
}

interface Way {
  abort: AbortController
  arrived: Promise<string | null>
}

/** The files that go with a message: checks them, uploads them when they are chosen, and knows how far they are. */
export function useAttachedFiles(rules: FileRules) {
  const { t } = useLingui()
  const { locale } = useFormat()
  const [files, setFiles] = useState<AttachedFile[]>([])
  const ways = useRef(new Map<string, Way>())
  useEffect(() => {
    const running = ways.current
    return () => {
      for (const { abort } of running.values()) abort.abort()
    }
  }, [])

  const change = (key: string, part: Partial<AttachedFile>) =>
    setFiles((all) => all.map((file) => (file.key === key ? { ...file, ...part } : file)))

  const start = (key: string, file: File) => {
    const { upload } = rules
    if (!upload) return
    const abort = new AbortController()
    const arrived = upload(file, (share) => change(key, { share }), abort.signal).then(
      (uploadId) => {
        change(key, { state: 'ready', uploadId })
        return uploadId
      },
      (error: unknown) => {
        change(key, { state: 'failed', refusal: error instanceof FileRefused ? error.message : undefined })
        return null
      },
    )
    ways.current.set(key, { abort, arrived })
  }

  /** Gives back, in words, which ones were not taken and why. */
  const add = (chosen: Iterable<File>): string[] => {
    const refusals: string[] = []
    const taken: AttachedFile[] = []
    for (const file of chosen) {
      const { name } = file
      const most = rules.maxBytes === undefined ? '' : fileSize(rules.maxBytes, locale)
      if (rules.maxFiles !== undefined && files.length + taken.length >= rules.maxFiles)
        refusals.push(t`“${name}” was not attached: there is no room for more files.`)
      else if (rules.maxBytes !== undefined && file.size > rules.maxBytes)
        refusals.push(t`“${name}” was not attached: a file may be ${most} at most.`)
      else if (!isAccepted(file, rules.accept))
        refusals.push(t`“${name}” was not attached: files of this kind are not taken.`)
      else taken.push({ key: crypto.randomUUID(), file, state: rules.upload ? 'uploading' : 'ready', share: 0 })
    }
    setFiles((all) => [...all, ...taken])
    for (const { key, file } of taken) start(key, file)
    return refusals
  }

  /** Takes back what was chosen before: what had arrived is not sent again. */
  const restore = (kept: readonly { file: File; uploadId?: string }[]): void => {
    const taken = kept.map(({ file, uploadId }): AttachedFile => {
      const there = uploadId !== undefined || !rules.upload
      return { key: crypto.randomUUID(), file, uploadId, state: there ? 'ready' : 'uploading', share: 0 }
    })
    setFiles((all) => [...taken, ...all])
    for (const { key, file, uploadId } of taken) {
      if (uploadId === undefined) start(key, file)
      else ways.current.set(key, { abort: new AbortController(), arrived: Promise.resolve(uploadId) })
    }
  }

  const remove = (key: string) => {
    ways.current.get(key)?.abort.abort()
    ways.current.delete(key)
    setFiles((all) => all.filter((file) => file.key !== key))
  }

  const retry = (key: string, file: File) => {
    change(key, { state: 'uploading', share: 0, refusal: undefined })
    start(key, file)
  }

  const clear = () => {
    ways.current.clear()
    setFiles([])
  }

  /** Waits for those on their way; null when one of them has not arrived. */
  const arrived = async (): Promise<{ file: File; uploadId?: string }[] | null> => {
    const all = await Promise.all(
      files.map(async ({ key, file }) => {
        const way = ways.current.get(key)
        return { file, uploadId: way ? await way.arrived : undefined }
      }),
    )
    const there = all.flatMap(({ file, uploadId }) => (uploadId === null ? [] : { file, uploadId }))
    return there.length === all.length ? there : null
  }

  return { files, add, restore, remove, retry, clear, arrived, change }
}
