// Rows that a table has by itself and no file stores, as its kind says.
import { kinds, type ImpliedRows, type ResourceId, type View } from '../library.ts'

const none: ImpliedRows = { first: [], last: [] }

export function impliedRows(view: View, id: ResourceId, field: string): ImpliedRows {
  const resource = view.get(id)
  return (resource && kinds.get(resource.kind)?.implied?.(resource, field, view)) ?? none
}
