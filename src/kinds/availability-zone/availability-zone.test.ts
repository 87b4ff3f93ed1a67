import { expect, test } from 'vitest'
import { network } from '../build.test-helper.ts'

test('zones of a VPC are lettered one after the other, by the code of its Region', () => {
  const built = network()
  const region = built.place('region', null, { code: 'eu-west-1' })
  const vpc = built.place('vpc', region)
  const zones = ['', '', ''].map(() => built.get(built.place('availability-zone', vpc)).name)
  expect(zones).toEqual(['eu-west-1a', 'eu-west-1b', 'eu-west-1c'])
})

test('two VPCs show the same zone by the same name', () => {
  const built = network()
  const names = [built.place('vpc'), built.place('vpc', built.first('region'))].map(
    (vpc) => built.get(built.place('availability-zone', vpc)).name,
  )
  expect(names).toEqual(['ap-northeast-2a', 'ap-northeast-2a'])
})

test('it is refused outside a VPC', () => {
  const built = network()
  expect(built.create('availability-zone', built.place('region'))).toHaveProperty('refused')
})
