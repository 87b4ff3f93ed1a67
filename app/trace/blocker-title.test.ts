import { expect, test } from 'vitest'
import example from '../../public/examples/three-tier.json?raw'
import { blockerWords } from '../canvas/path/words.ts'
import { analyse, ask, readDesign, type Design, type Resource } from '../library.ts'
import { titles } from './blocker-title.ts'

const pages = import.meta.glob<string>('../../src/kinds/*/*.md', {
  query: '?raw',
  import: 'default',
  eager: true,
})

test.each(Object.keys(titles))('%s is a reason that some kind gives', (code) => {
  expect(Object.values(pages).some((page) => page.includes(`\`${code}\``))).toBe(true)
})

const { design } = readDesign(example)
if (!design) throw new Error('the example cannot be read')
const byName = (name: string) =>
  Object.values(design.resources).find((resource) => resource.name === name) as Resource

const withFields = ({ id, ...rest }: Resource, fields: Resource['fields']): Design => ({
  ...design,
  resources: { ...design.resources, [id]: { ...rest, id, fields: { ...rest.fields, ...fields } } },
})

function words(given: Design, protocol: string, port: string | null) {
  const question = { from: 'app-1', to: '198.51.100.7', protocol, port, sourcePort: null }
  const result = ask(analyse(given), question)
  return result.ok ? result.answer.blockers.map((blocker) => blockerWords(blocker, given)) : []
}

test('what is modelled and leaves an answer unknown is not said to be not modelled', () => {
  const [app] = Object.values(design.resources).filter(
    ({ kind, fields }) => kind === 'network-interface' && fields['attachedTo'] === byName('app-1').id,
  )
  const given = withFields(app!, { securityGroups: [] })
  expect(words(given, 'tcp', '443')).toEqual([`${app!.name} leaves it unknown`])
})

test('a rule that is not understood denies nothing', () => {
  const acl = byName('acl-app')
  const row = { id: 'odd', number: 50, protocol: 'icmpv6', ports: 'all', cidr: '0.0.0.0/0', action: 'allow' }
  const given = withFields(acl, { outbound: [row, ...(acl.fields['outbound'] as readonly (typeof row)[])] })
  expect(words(given, 'icmp', null)).toEqual(['acl-app leaves it unknown'])
})
