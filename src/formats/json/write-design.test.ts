import { describe, expect, test } from 'vitest'
import { print } from './print.ts'
import { writeDesign } from './index.ts'

describe('a value is printed', () => {
  test.each<[string, unknown, string]>([
    ['on one line where it holds no further object', { a: 1, b: [] }, '{ "a": 1, "b": [] }\n'],
    ['a level a line where it does', { a: { b: 1 } }, '{\n  "a": { "b": 1 }\n}\n'],
    ['a list of rows a row a line', [{ a: 1 }, { a: 2 }], '[\n  { "a": 1 },\n  { "a": 2 }\n]\n'],
    [
      'broken up where it is too long',
      ['x'.repeat(60), 'y'.repeat(60)],
      `[\n  "${'x'.repeat(60)}",\n  "${'y'.repeat(60)}"\n]\n`,
    ],
    ['without what is undefined', { a: undefined, b: null }, '{ "b": null }\n'],
  ])('%s', (_name, value, expected) => expect(print(value)).toBe(expected))
})

test('a design file is easy to read and to compare', () => {
  const vpc = {
    id: 'vpc-1',
    kind: 'vpc',
    name: '서울',
    parent: null,
    fields: {
      note: 'mine',
      dnsSupport: true,
      ipv6Cidrs: [],
      secondaryCidrs: [],
      isDefault: false,
      dnsHostnames: true,
      cidr: '10.0.0.0/16',
    },
  }
  const layout = { 'vpc-1': { x: 0, y: 0, width: 824, height: 594 } }
  const question = { sourcePort: null, port: '443', protocol: 'tcp', to: 'internet', from: 'app-1' }
  expect(
    writeDesign({ name: 'shop', resources: { 'vpc-1': vpc }, layout, question, extra: { theme: 'dark' } }),
  ).toBe(`{
  "$schema": "design.schema.json",
  "pathlight": 1,
  "name": "shop",
  "kinds": { "vpc": 1 },
  "resources": {
    "vpc-1": {
      "id": "vpc-1",
      "kind": "vpc",
      "name": "서울",
      "parent": null,
      "fields": {
        "cidr": "10.0.0.0/16",
        "secondaryCidrs": [],
        "ipv6Cidrs": [],
        "isDefault": false,
        "dnsSupport": true,
        "dnsHostnames": true,
        "note": "mine"
      }
    }
  },
  "layout": {
    "vpc-1": { "x": 0, "y": 0, "width": 824, "height": 594 }
  },
  "question": { "from": "app-1", "to": "internet", "protocol": "tcp", "port": "443", "sourcePort": null },
  "theme": "dark"
}
`)
})
