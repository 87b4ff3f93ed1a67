// The plan of the first example: what the picture of a trace is made of.
import { describe, expect, test } from 'vitest'
import broken from '../../../public/examples/broken.json?raw'
import peered from '../../../public/examples/peering.json?raw'
import example from '../../../public/examples/three-tier.json?raw'
import {
  analyse,
  ask,
  readDesign,
  setField,
  shownOn,
  type Answer,
  type Design,
  type Question,
} from '../../library.ts'
import { hopList } from '../../store/index.ts'
import { coveredOn, overlap } from '../covered.ts'
import { boxesOf } from '../hit.ts'
import { planOf } from './plan.ts'
import { lengthOf } from './polyline.ts'

const { design } = readDesign(example)
if (!design) throw new Error('the example cannot be read')

const byName = (name: string) =>
  Object.values(design.resources).find((resource) => resource.name === name)?.id ?? ''

function planned(of: Design, question: Partial<Question> = {}) {
  const network = analyse(of)
  const result = ask(network, {
    from: 'app-1',
    to: 'internet',
    protocol: 'tcp',
    port: '443',
    sourcePort: null,
    ...question,
  })
  if (!result.ok) throw new Error('not understood')
  const answer: Answer = result.answer
  const hops = hopList(result)
  return { answer, hops, plan: planOf(answer, hops, of, boxesOf(of), network.view) }
}

test('a label that has no room beside its crossing loses letters of the name, and covers no card', () => {
  const shared = readDesign(peered).design
  if (!shared) throw new Error('the example cannot be read')
  const { marks } = planned(shared, { from: 'worker-1', to: 'reports-1', port: '5432' }).plan
  const cut = marks.find((mark) => mark.whole === 'rt-shared-a 10.0.0.0/16')
  expect(cut?.label).toMatch(/^rt-\S*… 10\.0\.0\.0\/16$/)
  const covered = [...boxesOf(shared)].flatMap(([id, box]) => (shownOn(shared, id) === 'card' ? [box] : []))
  for (const { at, side, label } of marks.filter((mark) => mark.label !== '')) {
    const width = 11 + label.length * 6.6
    const box = { x: side === 'left' ? at.x - width : at.x, y: at.y - 7, width, height: 14 }
    expect({ label, covers: overlap(box, covered) }).toEqual({ label, covers: 0 })
  }
})

describe('a reachable trace', () => {
  const { plan, hops } = planned(design)

  test('stops at the instance, the NAT gateway, the internet gateway and the internet', () => {
    expect(plan.way.map((id) => design.resources[id]?.name)).toEqual([
      'app-1',
      'nat-a',
      'igw-main',
      'Internet',
    ])
  })

  test('light runs all the way and dashes all the way back', () => {
    expect(plan.request).toHaveLength(3)
    expect(plan.reply).toHaveLength(3)
    expect(plan.intended).toEqual([])
    expect(plan.stops).toEqual([])
  })

  test('every hop has its number, on a card or beside a border', () => {
    expect(new Set(plan.marks.map((mark) => mark.number))).toEqual(new Set(hops.map((hop) => hop.number)))
  })

  test('crossings name the table and the rule that decided there', () => {
    expect(plan.marks.map((mark) => mark.label)).toContain('rt-app-a 0.0.0.0/0')
  })

  test('the gateway tells what it changed in the header, both ways', () => {
    expect(plan.chips.map(({ what, direction }) => `${direction} ${what}`)).toEqual([
      'request src',
      'reply dst',
    ])
  })

  test('the dot has a way to every hop but the first', () => {
    const request = hops.filter((hop) => hop.direction === 'request')
    expect(plan.legs.slice(1, request.length).every((leg) => lengthOf(leg) > 0)).toBe(true)
  })
})

describe('a blocked trace', () => {
  const cut = setField(design, byName('rt-app-a'), 'routes', [])
  const { plan } = planned(cut)

  test('light ends at the border of the subnet, and what was meant goes on dotted', () => {
    const [stop] = plan.stops
    expect(stop?.words).toBe('rt-app-a has no route')
    expect(plan.request.at(-1)?.at(-1)).toEqual(stop?.at)
    expect(plan.intended.length).toBeGreaterThan(0)
    expect(plan.reply).toEqual([])
  })
})

test('what a NAT gateway may not send on stops at the border of its subnet, and no octagon lies on the card', () => {
  const deny = { id: 'r1', number: 1, action: 'deny', protocol: 'tcp', ports: '443', cidr: '0.0.0.0/0' }
  const acl = byName('acl-public')
  const rules = design.resources[acl]?.fields['outbound'] as readonly (typeof deny)[]
  const denied = setField(design, acl, 'outbound', [deny, ...rules])
  const [stop] = planned(denied).plan.stops
  const nat = boxesOf(denied).get(byName('nat-a'))
  const subnet = boxesOf(denied).get(byName('public-a'))
  if (!stop || !nat || !subnet) throw new Error('it is not drawn')
  expect(stop.words).toBe('acl-public rule 1 denies')
  expect(stop.at.y).toBe(subnet.y)
  expect(overlap({ x: stop.at.x - 12, y: stop.at.y - 12, width: 24, height: 24 }, [nat])).toBe(0)
})

test('a machine that is off is told once, and not again for the reply', () => {
  const { plan, answer } = planned(setField(design, byName('app-1'), 'state', 'stopped'))
  expect(answer.blockers.map(({ direction }) => direction)).toEqual(['request', 'reply'])
  expect(plan.stops.map(({ words }) => words)).toEqual(['app-1 is not running'])
})

test('an arrow that comes to a card from above stops at the tag of its groups', () => {
  const { design: three } = readDesign(broken)
  if (!three) throw new Error('the example cannot be read')
  const byItsName = (name: string) =>
    Object.values(three.resources).find((each) => each.name === name)?.id ?? ''
  const all = [{ id: 'all', number: 1, action: 'allow', protocol: 'all', ports: 'all', cidr: '0.0.0.0/0' }]
  const route = {
    id: 'r',
    destination: '0.0.0.0/0',
    target: byItsName('nat-a'),
    origin: 'static',
    state: 'active',
  }
  const open = ['acl-public', 'acl-app'].reduce(
    (now, name) => setField(setField(now, byItsName(name), 'inbound', all), byItsName(name), 'outbound', all),
    setField(three, byItsName('rt-app'), 'routes', [route]),
  )
  const { plan, answer } = planned(open)
  const card = boxesOf(open).get(byItsName('app-1'))
  expect(answer.verdict).toBe('reachable')
  expect(plan.reply.at(-1)?.at(-1)?.y).toBe((card?.y ?? 0) - 8)
})

test('flags cover no name, no card, no octagon and not each other, and stand at their own octagon', () => {
  const { design: three } = readDesign(broken)
  if (!three) throw new Error('the example cannot be read')
  const { plan } = planned(three)
  expect(plan.stops).toHaveLength(3)
  const flags = plan.stops.map(({ at, flag, words }) => ({
    x: at.x + flag.x,
    y: at.y + flag.y,
    width: words.length * 6,
    height: 22,
  }))
  const octagons = plan.stops.map(({ at }) => ({ x: at.x - 12, y: at.y - 12, width: 24, height: 24 }))
  const covered = coveredOn(three, boxesOf(three))
  flags.forEach((flag, i) => {
    expect(overlap(flag, [...covered, ...octagons, ...flags.filter((_, k) => k !== i)])).toBe(0)
    expect(Math.abs(flag.y + 11 - (plan.stops[i]?.at.y ?? 0))).toBeLessThan(18)
  })
})
