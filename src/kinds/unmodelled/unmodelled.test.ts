import { expect, test } from 'vitest'
import { network } from '../build.test-helper.ts'

test('what is not modelled is said aloud', () => {
  const built = network()
  const id = built.place('unmodelled', null, { type: 'transit-gateway' }, 'tgw-1')
  const [finding] = built.findings(id)
  expect([
    finding?.severity,
    finding && built.text(finding.title),
    finding && built.text(finding.detail),
  ]).toEqual([
    'note',
    'tgw-1 is not modelled',
    'A resource of type transit-gateway is beyond what Pathlight knows; whatever comes to it is answered with “unknown”.',
  ])
})
