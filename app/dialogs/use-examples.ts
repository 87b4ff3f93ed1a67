// The examples that come with the page: public/examples/index.json names them.
import { useEffect, useState } from 'react'

export interface Example {
  /** File name without .json. */
  readonly name: string
  readonly title: string
  readonly description: string
}

let read: Promise<readonly Example[]> | undefined

export function useExamples(): readonly Example[] {
  const [examples, setExamples] = useState<readonly Example[]>([])
  useEffect(() => {
    let here = true
    read ??= readIndex()
    void read.then((list) => here && setExamples(list))
    return () => {
      here = false
    }
  }, [])
  return examples
}

async function readIndex(): Promise<readonly Example[]> {
  try {
    const response = await fetch('./examples/index.json')
    const given: unknown = response.ok ? await response.json() : []
    const list = Array.isArray(given) ? given : ((given as { readonly examples?: unknown }).examples ?? [])
    return Array.isArray(list) ? (list as readonly Example[]) : []
  } catch {
    // Without a connection to where the page came from there are no examples to offer.
    return []
  }
}
