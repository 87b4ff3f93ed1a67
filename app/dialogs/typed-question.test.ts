import { expect, test } from 'vitest'
import { typedQuestion } from './typed-question.ts'

const names = ['web-1', 'app-3', 'db primary', 'db standby', 'internet']
const read = (text: string) => {
  const typed = typedQuestion(text, (name) => names.includes(name))
  return typed && [typed.from, typed.to, typed.protocol, typed.port]
}

test.each([
  ['trace web-1 internet 443', ['web-1', 'internet', 'tcp', '443']],
  ['trace web-1 to internet', ['web-1', 'internet', 'tcp', '443']],
  ['can app-3 reach db primary on tcp 5432', ['app-3', 'db primary', 'tcp', '5432']],
  ['Can db primary reach db standby on udp 53?', ['db primary', 'db standby', 'udp', '53']],
  ['trace db primary db standby icmp', ['db primary', 'db standby', 'icmp', null]],
  ['trace 10.0.0.5 nowhere 22', ['10.0.0.5', 'nowhere', 'tcp', '22']],
  ['trace web-1', null],
  ['tracing', null],
])('%s', (text, expected) => expect(read(text)).toEqual(expected))
