// Which route table or network ACL a subnet uses, seen from the table.
import type { Design } from '../design/design.ts'
import type { ResourceId } from '../design/resource.ts'
import { kinds } from '../kinds/index.ts'
import { setField } from './set-field.ts'

/** The design in which one uses the table. A VPC's main and default ones are used by whoever has chosen no other. */
export function choose(design: Design, by: ResourceId, table: ResourceId): Design {
  const field = fieldFor(design, by, table)
  if (field === null) return design
  const { main, isDefault } = design.resources[table]?.fields ?? {}
  return setField(design, by, field, main === true || isDefault === true ? null : table)
}

/** The design in which one that has chosen the table uses its VPC's main or default one again. */
export function unchoose(design: Design, by: ResourceId, table: ResourceId): Design {
  const field = fieldFor(design, by, table)
  if (field === null || design.resources[by]?.fields[field] !== table) return design
  return setField(design, by, field, null)
}

function fieldFor(design: Design, by: ResourceId, table: ResourceId): string | null {
  const chosenBy = kinds.get(design.resources[table]?.kind ?? '')?.placement.chosenBy
  return chosenBy && design.resources[by]?.kind === chosenBy.kind ? chosenBy.field : null
}
