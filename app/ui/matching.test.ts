import { expect, test } from 'vitest'
import { matching } from './matching.ts'

const options = [
  { value: 'sg-1', label: 'app', detail: 'Security group' },
  { value: 'i-1', label: 'app-1', detail: 'Instance' },
  { value: 'i-2', label: 'web-app', detail: 'Instance' },
  { value: 'command-1', label: 'Tidy up' },
]

test.each<[string, string, readonly string[]]>([
  [
    'the whole name comes before what begins with it, and that before what holds it',
    'APP',
    ['sg-1', 'i-1', 'i-2'],
  ],
  ['an id is found', 'i-2', ['i-2']],
  ['a kind is found', 'instance', ['i-1', 'i-2']],
  ['a name and a kind together are found, in any order', 'security app', ['sg-1']],
  ['every word must be somewhere', 'app bastion', []],
  ['nothing typed offers everything', ' ', ['sg-1', 'i-1', 'i-2', 'command-1']],
])('%s', (_name, text, found) => {
  expect(matching(options, text).map(({ value }) => value)).toEqual(found)
})
