// One tab at a time saves a design. A Web Lock says which; the others are warned and may take over.
import { useStore } from './index.ts'

/** Returns what gives the lock back. */
export function holdDraft(): () => void {
  // An insecure page has no locks; then nothing can be told apart and everything is saved as before.
  if (!('locks' in navigator)) return () => undefined
  const given = new AbortController()
  let release: () => void = () => undefined
  const name = `pathlight draft ${useStore.getState().draft}`
  const held = () => new Promise<void>((resolve) => (release = resolve))
  const request = (options: LockOptions) =>
    navigator.locks
      .request(name, options, (lock) => {
        useStore.setState({ openElsewhere: lock === null })
        return lock === null ? wait() : held()
      })
      // Taken over by another tab, or this page is going away.
      .catch(() => {
        if (!given.signal.aborted) {
          useStore.setState({ openElsewhere: true })
          void wait()
        }
      })
  const wait = async () => {
    // Queued: granted as soon as the other tab is closed.
    if (!given.signal.aborted) void request({ signal: given.signal })
  }
  useStore.setState({
    takeOver: () => {
      useStore.setState({ openElsewhere: false })
      void navigator.locks.request(name, { steal: true }, held).catch(() => {
        if (!given.signal.aborted) useStore.setState({ openElsewhere: true })
      })
    },
  })
  void request({ ifAvailable: true })
  return () => {
    given.abort()
    release()
  }
}
