import { say } from '../../design/phrase.ts'
import { defineKind } from '../kind.ts'
import { make } from '../make.ts'
import type { AvailabilityZone } from '../records.ts'
import { freeZone } from '../zones.ts'

const why = 'An Availability Zone is drawn inside a VPC, around the subnets that it holds.'

export const availabilityZone = defineKind({
  name: 'availability-zone',
  title: 'Availability Zone',
  description:
    'One or more data centres of a Region with power and network of their own; a subnet lies in one zone.',
  category: 'containers',
  palette: 3,
  placement: { in: ['vpc'], shape: 'container', why, size: { width: 382, height: 508 } },
  fields: {
    zone: {
      type: 'text',
      label: 'Zone',
      default: '',
      mono: true,
      help: 'The Region and a letter, such as ap-northeast-2a.',
    },
  },
  version: 1,
  migrations: [],
  create({ view, parent, newId }) {
    if (parent?.kind !== 'vpc') return { refused: say`${why}` }
    const zone = freeZone(view, parent)
    const id = newId('availability-zone')
    // Several VPCs may show the same zone, so its name need not be unique in the design.
    return {
      resources: [make<AvailabilityZone>('availability-zone', id, zone, parent.id, { zone })],
      main: id,
    }
  },
})
