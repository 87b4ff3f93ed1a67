// The walker alone, before it is compared with the engine: the worked examples of the AWS documentation.
import { readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { describe, expect, test } from 'vitest'
import { packetsOf } from './naive-question.ts'
import { readScenarios } from './notation.ts'
import { roundTrip } from './reference.ts'
import { textFilesIn } from './text-files.ts'

/** Names that only the engine resolves: endpoints and services by what they serve. */
const servicesByName = ['sqs', 'ssm', 'ssmmessages', 'ec2messages', 's3']

const files = ['aws-doc-examples', 'found'].flatMap((folder) =>
  textFilesIn(`${import.meta.dirname}/${folder}`),
)

describe.each(files.map((file) => [relative(import.meta.dirname, file), file]))('%s', (_, file) => {
  for (const { title, design, asked } of readScenarios(readFileSync(file, 'utf8'))) {
    // A packet that cannot so much as be sent has no way to walk.
    const sent = asked.filter(({ expects }) => expects[1] !== 'network-interface/no-address')
    for (const { label, expects, text, question } of sent) {
      test(`the walker says ${label} ${title}: ${text}`, () => {
        const packets = packetsOf(design, question)
        if (packets === null) return expect(servicesByName).toContain(question.to)
        const verdicts = packets.map(({ packet, from }) => roundTrip(design, packet, from))
        const words = verdicts.map(
          ({ outcome }) =>
            ({ delivered: 'reachable', 'one-way': 'one-way', stopped: 'blocked', unknown: 'unknown' })[
              outcome
            ],
        )
        const [first] = words
        expect([
          new Set(words).size === 1 ? first : 'partial',
          verdicts.map(({ request, reply }) =>
            [request, reply].map((one) => one && { ...one, packet: '', memories: '' }),
          ),
        ]).toEqual([expects[0], expect.anything()])
      })
    }
  }
})
