import { regions, regionName } from '../aws-regions.ts'
import { defineKind } from '../kind.ts'
import { make } from '../make.ts'
import type { Region } from '../records.ts'

export const region = defineKind({
  name: 'region',
  title: 'Region',
  description: 'A part of the world where AWS runs data centres; a VPC lives in one Region.',
  category: 'containers',
  palette: 4,
  awsIcon: 'Region',
  placement: {
    in: ['canvas'],
    shape: 'container',
    why: 'A Region stands on the canvas by itself and holds VPCs.',
    size: { width: 872, height: 672 },
  },
  fields: {
    code: { type: 'choice', label: 'Region', default: 'ap-northeast-2', open: true, options: regions },
    blockPublicAccess: {
      type: 'boolean',
      label: 'Block Public Access',
      help: 'Its exclusions are not modelled: with it on, answers through internet gateways are “unknown”.',
      default: false,
    },
  },
  version: 1,
  migrations: [],
  create({ view, newId, newName }) {
    const used = new Set((view.of('region') as readonly Region[]).map((other) => other.fields.code))
    const code = regions.find((one) => !used.has(one.value))?.value ?? 'ap-northeast-2'
    const id = newId('region')
    return {
      resources: [
        make<Region>('region', id, newName(regionName(code)), null, { code, blockPublicAccess: false }),
      ],
      main: id,
    }
  },
})
