// What a question may start from and lead to, as the pickers offer it.
import { interfacesOf, kinds, type Design, type Network } from '../library.ts'

export interface EndOption {
  readonly value: string
  readonly label: string
  readonly detail?: string
  readonly kind: string
}

/** The internet, then everything that can be an end of a flow, in the order of the file; then well-known services. */
export function endOptions({ view }: Pick<Network, 'view'>, end: 'from' | 'to'): readonly EndOption[] {
  return view.memo(`ends of questions/${end}`, () => {
    const options: EndOption[] = [
      { value: 'internet', label: 'internet', detail: 'any public address', kind: 'internet' },
    ]
    for (const resource of view.all()) {
      const kind = kinds.get(resource.kind)
      if (!kind?.end || kind.placement.shape === 'none') continue
      if (resource.name.toLowerCase() === 'internet') continue
      const address = interfacesOf(view, resource)[0]?.fields.addresses[0]?.address
      options.push({
        value: resource.id,
        label: resource.name,
        detail: address ?? kind.title,
        kind: resource.kind,
      })
    }
    const named = new Set(options.map((option) => option.label))
    if (end === 'to') {
      for (const service of services) {
        if (!named.has(service))
          options.push({ value: service, label: service, detail: 'AWS service', kind: 'aws-service' })
      }
    }
    return options
  })
}

const services = ['s3', 'dynamodb', 'sqs', 'sns', 'ssm', 'secretsmanager', 'kms', 'logs', 'sts']

export function endText(design: Design, value: string): string {
  const resource = design.resources[value]
  // By its name or by its word, it is the same end and reads the same.
  if (resource?.kind === 'internet' && resource.name.toLowerCase() === 'internet') return 'internet'
  return resource?.name ?? value
}

/** The kind whose icon stands before it; null for an address or what nothing is called. */
export function endKind({ view }: Network, value: string): string | null {
  if (value === 'internet') return 'internet'
  if (services.includes(value)) return 'aws-service'
  const names = view.memo('kinds by name', () => new Map(view.all().map((each) => [each.name, each.kind])))
  return view.get(value)?.kind ?? names.get(value) ?? null
}
