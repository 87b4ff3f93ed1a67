import { interfaceEnd } from '../interface-end.ts'
import { entryOfOwner } from '../interface-entry.ts'
import { computeFields } from '../compute.ts'
import { defineKind } from '../kind.ts'
import { checkBastion } from './checks.ts'
import { createBastion } from './create.ts'

export const bastion = defineKind({
  name: 'bastion',
  title: 'Bastion host',
  description:
    'The one instance that people log in to from outside, to go on from there into private subnets.',
  category: 'resources',
  palette: 2,
  awsIcon: 'AmazonEC2Instance',
  awsPrefix: 'i-',
  placement: {
    in: ['subnet'],
    shape: 'card',
    why: 'A bastion host stands in a public subnet, so that people outside can log in to it.',
    size: { width: 100, height: 82 },
  },
  fields: computeFields,
  version: 1,
  migrations: [],
  create: createBastion,
  checks: checkBastion,
  entry: entryOfOwner,
  end: (resource, view) => interfaceEnd(resource, view),
})
