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

  test('detached, it may be attached to any VPC of its Region that has none', () => {
    const { built, igw, vpc } = usual()
    const [here, elsewhere] = [built.first('region'), built.place('region', null)]
    built.place('vpc', elsewhere, {}, 'elsewhere')
    built.place('internet-gateway', built.place('vpc', here, {}, 'served'))
    built.place('vpc', here, {}, 'free')
    built.move(igw, here)
    const fixes = built.findings(igw)[0]?.fixes
    expect(fixes?.map((fix) => built.text(fix.title))).toEqual([
      'Attach igw-main to main',
      'Attach igw-main to free',
    ])
    built.fix(fixes?.[0])
    expect([built.get(igw).parent, built.flags(igw)]).toEqual([vpc, []])
  })

  test('a route to it in a table that no subnet uses leads nothing', () => {
    const { built, igw, publicSubnet } = usual()
    built.set(publicSubnet, { routeTable: null })
    const told = built.findings(igw).map((finding) => `${finding.check} ${built.text(finding.detail)}`)
    expect(told).toEqual(['internet-gateway/no-route rt-custom has one, and no subnet uses that table.'])
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

  test('where a table led out before, offers to lead it out again, and nothing else', () => {
    const { built, igw, vpc, publicTable } = usual()
    const second = built.place('internet-gateway', built.first('region'))
    built.move(igw, built.first('region'))
    built.move(second, vpc)
    const [finding] = built.findings(second)
    expect(finding?.fixes.map((fix) => built.text(fix.title))).toEqual([
      `Lead 0.0.0.0/0 of ${built.get(publicTable).name} to ${built.get(second).name} instead`,
    ])
    built.fix(finding?.fixes[0])
    expect(built.flags(second)).toEqual([])
  })
})
