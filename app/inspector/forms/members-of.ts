import type { Resource, ResourceId, View } from '../../library.ts'

/** The owners of the interfaces that carry it; an interface that nothing owns stands for itself. */
export function membersOf(view: View, id: ResourceId): readonly Resource[] {
  return view.memo(`members/${id}`, () => {
    const carriers = view
      .referring(id)
      .filter((resource) =>
        (resource.fields['securityGroups'] as readonly string[] | undefined)?.includes(id),
      )
    const owners = carriers.map(
      (carrier) => view.get(carrier.fields['attachedTo'] as string | null) ?? carrier,
    )
    return [...new Set(owners)]
  })
}
