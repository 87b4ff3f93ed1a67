// The walker alone, before it is compared with the engine: every row of the snapshots.
import { expect, test } from 'vitest'
import { formatIpValue } from '../net/address.ts'
import { roundTrip } from './reference.ts'
import { differs, folders, packetOf, rowsOf } from './snapshot-rows.ts'
import { readTiny } from './tiny-aws-reader.ts'

test.each(folders)('the walker agrees with every row of %s', (folder) => {
  const design = readTiny(`${import.meta.dirname}/snapshots/${folder}/snapshot`)
  const wrong = rowsOf(folder).flatMap((row) => {
    const { packet, from } = packetOf(design, row)
    const { request, outcome } = roundTrip(design, packet, from)
    const forward = request.fate === 'unknown' ? 'unknown' : request.fate === 'delivered'
    const seenSource = request.fate === 'delivered' ? formatIpValue(request.packet.source) : null
    return differs(row, { forward, roundTrip: outcome === 'unknown' ? 'unknown' : outcome === 'delivered', seenSource }, folder === 'transit-gateway') ?? []
  })
  expect(wrong).toEqual([])
})
