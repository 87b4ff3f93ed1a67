// Designs kept by the browser, in IndexedDB: the one that is open, and the last that others were opened in place of.
import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import { same, type Design } from '../library.ts'

/** A design with its question, as it was when it was kept: by this program, or by an earlier or later one. */
export interface Kept {
  readonly design: Design
  /** The version that each kind had then. The first programs did not say; all were 1. */
  readonly kinds?: Readonly<Record<string, number>>
  /** Whether its question was being traced. */
  readonly tracing: boolean
  /** Milliseconds since 1970. */
  readonly changed: number
}

export interface Draft extends Kept {
  readonly key: string
}

interface Drafts extends DBSchema {
  drafts: { key: string; value: Draft; indexes: { changed: number } }
  replaced: { key: number; value: Kept }
}

/** More than these of those that were replaced would fill the disk unseen. */
const mostReplaced = 5

let database: Promise<IDBPDatabase<Drafts>> | null = null

function opened(): Promise<IDBPDatabase<Drafts>> {
  database ??= openDB<Drafts>('pathlight', 2, {
    upgrade(db, before) {
      if (before < 1) db.createObjectStore('drafts', { keyPath: 'key' }).createIndex('changed', 'changed')
      if (before < 2) db.createObjectStore('replaced', { autoIncrement: true })
    },
    // Another tab wants to upgrade the database: let it, and open again when next needed.
    blocking() {
      void database?.then((db) => db.close())
      database = null
    },
    terminated() {
      database = null
    },
  }).catch((error: unknown) => {
    database = null
    throw error
  })
  return database
}

/** The design that is being put away right now, if any. */
let replacing: Promise<unknown> = Promise.resolve()

/** What is open is written only once what it came in place of is kept: a page that is left in between loses neither. */
export async function keepDraft(draft: Draft): Promise<void> {
  await replacing
  const transaction = (await opened()).transaction('drafts', 'readwrite')
  const put = transaction.store.put(draft)
  // Not left to the end of this task: a page that is being reloaded does not come to it, and nothing would be kept.
  transaction.commit()
  await Promise.all([put, transaction.done])
}

export async function lastDraft(): Promise<Draft | null> {
  const cursor = await (await opened()).transaction('drafts').store.index('changed').openCursor(null, 'prev')
  return cursor?.value ?? null
}

/** The same design put away twice is kept once. */
export function keepReplaced(kept: Kept): Promise<void> {
  const done = addReplaced(kept)
  replacing = done.catch(() => undefined)
  return done
}

async function addReplaced(kept: Kept): Promise<void> {
  const transaction = (await opened()).transaction('replaced', 'readwrite')
  const { store } = transaction
  const [keys, values] = await Promise.all([store.getAllKeys(), store.getAll()])
  const others = keys.filter((_, i) => !isAlike(values[i], kept))
  const gone = new Set([
    ...keys.filter((key) => !others.includes(key)),
    ...others.slice(0, -(mostReplaced - 1)),
  ])
  await Promise.all([...[...gone].map((key) => store.delete(key)), store.add(kept), transaction.done])
}

export const isAlike = (one: Pick<Kept, 'design'> | undefined, other: Pick<Kept, 'design'>): boolean =>
  one !== undefined &&
  one.design.name === other.design.name &&
  same(one.design.resources, other.design.resources) &&
  same(one.design.layout, other.design.layout)

/** Newest first. */
export async function allReplaced(): Promise<readonly Kept[]> {
  return (await (await opened()).getAll('replaced')).reverse()
}

/** The browser is full, rather than not willing to keep anything. */
export const isFull = (error: unknown): boolean =>
  (error instanceof DOMException || error instanceof Error) && error.name === 'QuotaExceededError'
