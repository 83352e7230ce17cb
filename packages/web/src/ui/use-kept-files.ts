import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { keepFileDraft, readFileDraft, type DraftFile } from '~/lib/file-drafts'
import type { useAttachedFiles } from './use-attached-files'

/**
 * Keeps the files of a form in this browser until they are sent, and brings them back when it opens again. `restored` is
 * true when some came back, until `settle`; `drop` forgets them once they are sent, and waits until they are gone.
 */
export function useKeptFiles({ files, restore }: ReturnType<typeof useAttachedFiles>, key: string) {
  const [restored, setRestored] = useState(false)
  // What is there is read before anything is written over it.
  const [ready, setReady] = useState(false)
  const dropped = useRef(false)
  const bringBack = useEffectEvent((kept: DraftFile[]) => {
    restore(kept)
    setRestored(kept.length > 0)
    setReady(true)
  })
  useEffect(() => {
    let left = false
    const read = async () => {
      const kept = await readFileDraft(key)
      if (!left) bringBack(kept)
    }
    void read()
    return () => {
      left = true
    }
  }, [key])

  // How far an upload is changes nothing here.
  const state = files.map((file) => `${file.key} ${file.uploadId ?? ''}`).join()
  const write = useEffectEvent(() => {
    if (ready && !dropped.current) void keepFileDraft(key, files)
  })
  useEffect(() => write(), [key, state, ready])

  const drop = async () => {
    dropped.current = true
    await keepFileDraft(key, [])
  }
  return { restored, drop, settle: () => setRestored(false) }
}
