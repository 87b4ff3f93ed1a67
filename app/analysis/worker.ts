// Reviews large designs off the main thread.
import { analyse, internetAccess, kinds, newIds, review } from '../library.ts'
import type { Order, Report } from './protocol.ts'

addEventListener('message', ({ data }: MessageEvent<Order>) => {
  const network = analyse(data.design)
  const report: Report = {
    number: data.number,
    access: internetAccess(network),
    findings: review(network.view, kinds, newIds(data.design)),
  }
  postMessage(report)
})
