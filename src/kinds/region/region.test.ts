import { expect, test } from 'vitest'
import { network } from '../build.test-helper.ts'

test('the first Region is Seoul, and each further one another', () => {
  const built = network()
  const first = built.get(built.place('region'))
  expect([first.name, first.fields.code, first.parent]).toEqual([
    'Asia Pacific (Seoul)',
    'ap-northeast-2',
    null,
  ])
  expect(built.get(built.place('region')).fields.code).toBe('ap-northeast-1')
})
