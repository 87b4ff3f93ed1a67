import { instanceFixes } from './fixes.ts'
import { interfaceEnd } from '../interface-end.ts'
import { entryOfOwner } from '../interface-entry.ts'
import { computeFields, createCompute, needsSubnet } from '../compute.ts'
import { defineKind } from '../kind.ts'
import { checkInstance } from './checks.ts'

export const instance = defineKind({
  name: 'instance',
  title: 'Instance',
  description: 'A virtual server (EC2) with one or more network interfaces.',
  category: 'resources',
  palette: 1,
  awsIcon: 'AmazonEC2Instance',
  awsPrefix: 'i-',
  placement: { in: ['subnet'], shape: 'card', why: needsSubnet, size: { width: 100, height: 82 } },
  fields: computeFields,
  version: 1,
  migrations: [],
  create: (context) => createCompute(context, { kind: 'instance', stem: 'instance' }),
  checks: checkInstance,
  entry: entryOfOwner,
  end: (resource, view) => interfaceEnd(resource, view),
  fixes: instanceFixes,
})
