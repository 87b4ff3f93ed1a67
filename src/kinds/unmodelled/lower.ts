// What is not modelled says so in every answer that meets it.
import { code, say } from '../../design/phrase.ts'
import { ref, type Resource } from '../../design/resource.ts'
import type { Lowering } from '../../forwarding/compile.ts'
import { notModelled } from '../outcomes.ts'
import type { Unmodelled } from '../records.ts'
import { stages } from '../stage-ids.ts'

export function lowerUnmodelled(resource: Unmodelled, lowering: Lowering): void {
  const at = ref(resource.id)
  lowering.stage(stages.unmodelled(resource.id), () => ({
    at,
    role: { does: 'pass' },
    lists: [],
    otherwise: {
      next: notModelled(
        'unmodelled/met',
        say`what ${at} (${code(resource.fields.type)}) does with it is not modelled`,
      ),
      cause: at,
    },
  }))
}

export const entryOfUnmodelled = (resource: Resource) => stages.unmodelled(resource.id)
