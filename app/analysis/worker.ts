// Works off the main thread.
import type { Order } from './protocol.ts'
import { createWork } from './work.ts'

const work = createWork(
  (report) => postMessage(report),
  () => new Promise((resolve) => setTimeout(resolve)),
)

addEventListener('message', ({ data }: MessageEvent<Order>) => {
  work(data).catch((error: unknown) =>
    // The page hears of what is thrown here, and of no promise.
    setTimeout(() => {
      throw error
    }),
  )
})
