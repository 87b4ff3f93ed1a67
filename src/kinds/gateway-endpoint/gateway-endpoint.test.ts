import { describe, expect, test } from 'vitest'
import { network, usual } from '../build.test-helper.ts'

test('it is put on the tables of subnets that are not public, with the prefix list of its service', () => {
  const { built, vpc, privateTable } = usual()
  const { fields } = built.get(built.place('gateway-endpoint', vpc))
  expect(fields).toMatchObject({ service: 's3', routeTables: [privateTable] })
  expect(built.get(built.first('prefix-list')).fields).toMatchObject({
    awsService: 's3',
    cidrs: ['52.216.0.0/15'],
  })
})

test('in an empty VPC it is put on the main table', () => {
  const built = network()
  const vpc = built.place('vpc')
  expect(built.get(built.place('gateway-endpoint', vpc)).fields.routeTables).toEqual([
    built.first('route-table', vpc),
  ])
})

test('the second is for DynamoDB, and a third is refused', () => {
  const { built, vpc } = usual()
  built.place('gateway-endpoint', vpc)
  expect(built.get(built.place('gateway-endpoint', vpc)).fields.service).toBe('dynamodb')
  expect(built.create('gateway-endpoint', vpc)).toHaveProperty('refused')
})

test('two VPCs of a Region share the prefix list', () => {
  const { built, vpc } = usual()
  built.place('gateway-endpoint', vpc)
  built.place('gateway-endpoint', built.place('vpc', built.first('region')))
  expect(built.view.of('prefix-list').length).toBe(1)
})

describe('checks', () => {
  test.each<[string, (given: ReturnType<typeof usual>, id: string) => void, readonly string[]]>([
    ['a usual endpoint is clean', () => {}, []],
    ['on no table', ({ built }, id) => built.set(id, { routeTables: [] }), ['no-tables']],
    ['not available', ({ built }, id) => built.set(id, { state: 'pending' }), ['not-available']],
    ['DNS names off', ({ built, vpc }) => built.set(vpc, { dnsHostnames: false }), ['dns-off']],
    [
      'on a table of another VPC',
      ({ built }, id) =>
        built.set(id, {
          routeTables: [built.first('route-table', built.place('vpc', built.first('region')))],
        }),
      ['foreign-table'],
    ],
    [
      'beside another for the same service',
      ({ built, vpc, privateTable }, id) => {
        built.set(id, { service: 'dynamodb' })
        const other = built.place('gateway-endpoint', vpc, {
          service: 'dynamodb',
          routeTables: [privateTable],
        })
        built.set(id, { routeTables: [] })
        expect(built.flags(other)).toEqual([])
        built.set(id, { routeTables: [privateTable] })
        expect(built.flags(other)).toEqual(['same-service'])
      },
      [],
    ],
  ])('%s', (_name, change, expected) => {
    const given = usual()
    const id = given.built.place('gateway-endpoint', given.vpc)
    change(given, id)
    expect(given.built.flags(id)).toEqual(expected)
  })
})
