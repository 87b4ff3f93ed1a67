// What is not modelled is said aloud: silence would look like support.
import { code, say } from '../../design/phrase.ts'
import { ref } from '../../design/resource.ts'
import type { Resource } from '../../design/resource.ts'
import { finding } from '../finding.ts'
import type { Finding } from '../kind.ts'
import type { Unmodelled } from '../records.ts'

export function checkUnmodelled(resource: Resource): readonly Finding[] {
  const { type } = (resource as Unmodelled).fields
  const title = say`${ref(resource.id)} is not modelled`
  const what = type === '' ? say`It` : say`A resource of type ${code(type)}`
  return [
    finding(
      'unmodelled/met',
      'note',
      resource,
      title,
      say`${what} is beyond what Pathlight knows; whatever comes to it is answered with “unknown”.`,
    ),
  ]
}
