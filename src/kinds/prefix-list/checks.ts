import { say } from '../../design/phrase.ts'
import { ref } from '../../design/resource.ts'
import type { Resource } from '../../design/resource.ts'
import type { View } from '../../design/view.ts'
import { finding, invalidCidrs } from '../finding.ts'
import type { Finding } from '../kind.ts'
import type { PrefixList } from '../records.ts'

export function checkPrefixList(resource: Resource, view: View): readonly Finding[] {
  const list = resource as PrefixList
  if (list.fields.cidrs.length > 0)
    return invalidCidrs('prefix-list/invalid-cidr', list, 'cidrs', list.fields.cidrs)
  if (list.fields.awsService !== '' || view.referring(list.id).length === 0) return []
  return [
    finding('prefix-list/empty', 'warning', list, say`${ref(list.id)} is used and holds no CIDR`, [
      'Routes and rules that name it match nothing.',
    ]),
  ]
}
