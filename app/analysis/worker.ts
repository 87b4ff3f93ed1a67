// Reviews large designs off the main thread.
import { analyse, apply, emptyDesign, internetAccess, kinds, newIds, review } from '../library.ts'
import type { Order, Report } from './protocol.ts'

let network = analyse(emptyDesign)

addEventListener('message', ({ data }: MessageEvent<Order>) => {
  const { number, work } = data
  const design = 'design' in work ? work.design : apply(network.design, work.change)
  network = analyse(design, network)
  const report: Report = {
    number,
    access: internetAccess(network),
    findings: review(network.view, kinds, newIds(design)),
  }
  postMessage(report)
})
