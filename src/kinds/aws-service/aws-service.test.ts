import { expect, test } from 'vitest'
import { rangesOf, standInFor } from '../aws-ranges.ts'
import { network, usual } from '../build.test-helper.ts'

test('one service after the other is offered', () => {
  const built = network()
  expect([built.place('aws-service'), built.place('aws-service')].map((id) => built.get(id).name)).toEqual([
    's3',
    'dynamodb',
  ])
})

test.each<[string, Record<string, unknown>, readonly string[]]>([
  ['a usual service is clean', {}, []],
  ['no service', { service: '' }, ['no-service']],
  ['an address that cannot be read', { addresses: ['52.94'] }, ['invalid-cidr']],
])('%s', (_name, fields, expected) => {
  const built = network()
  expect(built.flags(built.place('aws-service', null, fields))).toEqual(expected)
})

test('services stand at addresses of their own, and an imported prefix list comes first', () => {
  const services = ['s3', 'dynamodb', 'sqs', 'sns', 'ssm', 'kms', 'something-new']
  expect(new Set(services.flatMap((service) => standInFor(service))).size).toBe(services.length)
  const { built } = usual()
  const region = built.first('region')
  expect(rangesOf(built.view, 's3', region)).toEqual(['52.216.0.0/15'])
  built.place('prefix-list', region, { awsService: 's3', cidrs: ['3.5.140.0/22'] })
  expect(rangesOf(built.view, 's3', region)).toEqual(['3.5.140.0/22'])
})
