// Designs kept by the browser, in IndexedDB.
import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import type { Design } from '../library.ts'

export interface Draft {
  readonly key: string
  readonly design: Design
  /** Whether its question was being traced. */
  readonly tracing: boolean
  /** Milliseconds since 1970. */
  readonly changed: number
}

interface Drafts extends DBSchema {
  drafts: { key: string; value: Draft; indexes: { changed: number } }
}

let database: Promise<IDBPDatabase<Drafts>> | null = null

function opened(): Promise<IDBPDatabase<Drafts>> {
  database ??= openDB<Drafts>('pathlight', 1, {
    upgrade(fresh) {
      fresh.createObjectStore('drafts', { keyPath: 'key' }).createIndex('changed', 'changed')
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

export async function keepDraft(draft: Draft): Promise<void> {
  await (await opened()).put('drafts', draft)
}

export async function lastDraft(): Promise<Draft | null> {
  const cursor = await (await opened()).transaction('drafts').store.index('changed').openCursor(null, 'prev')
  return cursor?.value ?? null
}

/** Newest first. */
export async function allDrafts(): Promise<readonly Draft[]> {
  return (await (await opened()).getAllFromIndex('drafts', 'changed')).reverse()
}

export async function forgetDraft(key: string): Promise<void> {
  await (await opened()).delete('drafts', key)
}
