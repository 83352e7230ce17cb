const DATABASE = 'accord-drafts'
const STORE = 'files'
/** The server keeps what is attached to nothing for a day; whatever is older is sent again. */
const GOOD_FOR_MS = 12 * 3_600_000

/** A file that was chosen for a message and not sent with it yet. */
export interface DraftFile {
  file: File
  /** What the server calls it, once it has arrived there. */
  uploadId?: string
}
interface Kept extends DraftFile {
  arrivedAt?: number
}

let closed = false

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('The storage failed')))
  })

let database: Promise<IDBDatabase> | undefined
function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1)
  request.addEventListener('upgradeneeded', () => request.result.createObjectStore(STORE))
  return done(request)
}
async function files(mode: IDBTransactionMode): Promise<IDBObjectStore> {
  const opened = await (database ??= open())
  return opened.transaction(STORE, mode).objectStore(STORE)
}

/** The files of a draft; none where nothing was kept or the storage is forbidden. */
export async function readFileDraft(key: string): Promise<DraftFile[]> {
  try {
    const kept = (await done((await files('readonly')).get(key))) as Kept[] | undefined
    const good = Date.now() - GOOD_FOR_MS
    return (kept ?? []).map(({ file, uploadId, arrivedAt = 0 }) => (arrivedAt > good ? { file, uploadId } : { file }))
  } catch {
    return []
  }
}

/** Keeps the files of a draft, or drops it when there are none. A full or forbidden storage loses it silently, as it does words. */
export async function keepFileDraft(key: string, chosen: readonly DraftFile[]): Promise<void> {
  if (closed) return
  try {
    const store = await files('readwrite')
    const kept = chosen.map(({ file, uploadId }): Kept => ({
      file,
      uploadId,
      arrivedAt: uploadId ? Date.now() : undefined,
    }))
    await (kept.length > 0 ? done(store.put(kept, key)) : done(store.delete(key)))
  } catch {
    await dropFileDraft(key)
  }
}

async function dropFileDraft(key: string): Promise<void> {
  try {
    await done((await files('readwrite')).delete(key))
  } catch {
    // A forbidden storage holds nothing either.
  }
}

/** At sign-out: the next person at this browser finds none of them, and nothing more is kept. */
export async function forgetFileDrafts(): Promise<void> {
  closed = true
  try {
    await done((await files('readwrite')).clear())
  } catch {
    // As above.
  }
}
