// How containers of a kind are drawn: their colour, their line, and whether the name sits on the border.
import type { Standing } from '../../library.ts'

export interface Look {
  /** The first part of the tokens: --vpc-line, --vpc-ink, --vpc-tint. */
  readonly colour: string
  readonly dashed: boolean
  readonly nameOnBorder: boolean
  /** Gateways stand on its border, and may cover some of its head. */
  readonly gatewaysOnBorder?: boolean
  /** The field shown beside the name, in mono. */
  readonly detail?: string
}

const looks: Readonly<Record<string, Look>> = {
  region: { colour: 'region', dashed: true, nameOnBorder: false, detail: 'code' },
  vpc: { colour: 'vpc', dashed: false, nameOnBorder: false, gatewaysOnBorder: true, detail: 'cidr' },
  'availability-zone': { colour: 'az', dashed: true, nameOnBorder: true },
}

/** A container without a look of its own is coloured by what it was computed to be. */
export function lookOf(kind: string, standing: Standing | null): Look {
  return (
    looks[kind] ?? {
      colour: standing?.tone ?? 'isolated',
      dashed: false,
      nameOnBorder: false,
      detail: 'cidr',
    }
  )
}

/** AWS has one icon for public subnets and one for all others; which it is, is computed like the word. */
export function iconOf(awsIcon: string | undefined, standing: Standing | null): string | undefined {
  if (standing === null || (awsIcon !== 'Publicsubnet' && awsIcon !== 'Privatesubnet')) return awsIcon
  return standing.tone === 'public' ? 'Publicsubnet' : 'Privatesubnet'
}
