import { describe, expect, test } from 'vitest'
import { network, usual } from '../build.test-helper.ts'

test('a VPC takes one', () => {
  const { built, vpc } = usual()
  const made = built.create('internet-gateway', vpc)
  expect('refused' in made && built.text(made.refused)).toBe(
    'A VPC has one internet gateway, and main already has igw-main.',
  )
})

describe('checks', () => {
  test('with a route to it, clean', () => {
    const { built, igw } = usual()
    expect(built.flags(igw)).toEqual([])
  })

  test('detached', () => {
    const { built, igw } = usual()
    built.move(igw, built.first('region'))
    expect(built.flags(igw)).toEqual(['detached'])
  })

  test('a second one in a VPC', () => {
    const { built, vpc, igw } = usual()
    const second = built.place('internet-gateway', built.first('region'))
    built.move(second, vpc)
    expect([built.flags(igw), built.flags(second)]).toEqual([[], ['several']])
  })

  test('without a route to it, offers to make subnets public', () => {
    const built = network()
    const vpc = built.place('vpc')
    built.place('subnet', vpc)
    const igw = built.place('internet-gateway', vpc)
    const [finding] = built.findings(igw)
    expect(finding?.fixes.map((fix) => built.text(fix.title))).toEqual([
      'Make subnet-a public: add 0.0.0.0/0 to rt-main',
    ])
    built.fix(finding?.fixes[0])
    expect(built.flags(igw)).toEqual([])
  })
})
