// Gives a design to the worker. Only the newest is worked on: one that waits is replaced, a stale report is dropped.
import { apply, difference, type Design } from '../library.ts'
import type { Order, Report } from './protocol.ts'

type Tell = (report: Report) => void

let worker: Worker | null = null
let busy = false
let number = 0
/** The design that the worker has. */
let sent: Design | null = null
let waiting: { readonly design: Design; readonly tell: Tell } | null = null
let told: Tell | null = null

export function reviewInWorker(design: Design, tell: Tell): void {
  waiting = { design, tell }
  worker ??= started()
  if (!busy) next()
}

export function stopWorker(): void {
  worker?.terminate()
  worker = null
  busy = false
  waiting = null
  sent = null
}

function next(): void {
  if (!waiting || !worker) return
  const order: Order = { number: ++number, work: workFor(waiting.design) }
  sent = waiting.design
  told = waiting.tell
  waiting = null
  busy = true
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
  worker.postMessage(order)
}

/** A change puts what is new last; a design in another order has to be sent whole. */
function workFor(design: Design): Order['work'] {
  if (!sent) return { design }
  const change = difference(sent, design)
  const [ids, there] = [design, apply(sent, change)].map(({ resources }) => Object.keys(resources))
  return ids!.every((id, i) => id === there![i]) ? { change } : { design }
}

function started(): Worker {
  const fresh = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'analysis' })
  fresh.addEventListener('message', ({ data }: MessageEvent<Report>) => {
    busy = false
    if (waiting) next()
    else if (data.number === number) told?.(data)
  })
  fresh.addEventListener('error', () => {
    busy = false
    sent = null
  })
  return fresh
}
