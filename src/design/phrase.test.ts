import { describe, expect, test } from 'vitest'
import { emptyDesign } from './design.ts'
import { resource } from './design.test-helper.ts'
import { code, plain, say } from './phrase.ts'
import { ref } from './resource.ts'

const design = { ...emptyDesign, resources: { 'acl-1': resource('acl-1', { name: 'strict' }) } }

describe('a phrase', () => {
  test('holds links and exact text between its words', () => {
    expect(say`${ref('acl-1')} rule ${code('90')} denies it`).toEqual([
      { resource: 'acl-1' },
      ' rule ',
      { code: '90' },
      ' denies it',
    ])
  })

  test('takes numbers, other phrases, and nothing at all', () => {
    expect(say`${2} of ${say`${3} rules`}`).toEqual(['2', ' of ', '3', ' rules'])
    expect(say``).toEqual([])
  })

  test.each([
    [say`${ref('acl-1')} rule ${code('90')} denies it`, 'strict rule 90 denies it'],
    [say`${ref('acl-1', 'inbound.r1')} denies it`, 'strict denies it'],
    [say`${ref('gone')} is not there`, 'gone is not there'],
    [say`${ref('__proto__')} is not there`, '__proto__ is not there'],
    [[], ''],
  ])('as plain text: %j', (phrase, text) => expect(plain(phrase, design)).toBe(text))
})
