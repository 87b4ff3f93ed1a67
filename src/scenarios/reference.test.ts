// The walker alone, before it is compared with the engine: every row of the snapshots.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { formatIpValue } from '../net/address.ts'
import { packetsOf } from './naive-question.ts'
import { readScenarios } from './notation.ts'
import { roundTrip } from './reference.ts'
import { differs, folders, packetOf, rowsOf } from './snapshot-rows.ts'
import { textFilesIn } from './text-files.ts'
import { readTiny } from './tiny-aws-reader.ts'

/** Names that only the engine resolves: endpoints and services by what they serve. */
const servicesByName = ['sqs', 'ssm', 'ssmmessages', 'ec2messages', 's3']

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

describe.each(textFilesIn(`${import.meta.dirname}/aws-doc-examples`))('%s', (file) => {
  for (const { title, design, asked } of readScenarios(readFileSync(file, 'utf8'))) {
    for (const { label, expects, text, question } of asked) {
      test(`the walker says ${label} ${title}: ${text}`, () => {
        const packets = packetsOf(design, question)
        if (packets === null) return expect(servicesByName).toContain(question.to)
        const verdicts = packets.map(({ packet, from }) => roundTrip(design, packet, from))
        const words = verdicts.map(({ outcome }) => ({ delivered: 'reachable', 'one-way': 'one-way', stopped: 'blocked', unknown: 'unknown' })[outcome])
        const [first] = words
        expect([new Set(words).size === 1 ? first : 'partial', verdicts.map(({ request, reply }) => [request, reply].map((one) => one && { ...one, packet: '', memories: '' }))]).toEqual([expects[0], expect.anything()])
      })
    }
  }
})
