// What a gateway is joined to beyond the VPC that it is attached to: the internet, where it is drawn.
import { kinds, shownOn, type Design, type Resource } from '../../library.ts'

export function joinedTo(design: Design, kind: string): Resource | undefined {
  if (kinds.get(kind)?.placement.shape !== 'border-top') return undefined
  return Object.values(design.resources).find(
    ({ kind: name, id }) => name === 'internet' && shownOn(design, id) !== 'none',
  )
}
