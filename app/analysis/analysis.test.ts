// The page, the client and the worker's work, with the thread between them left out.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { added } from '../added.test-helper.ts'
import { emptyDesign, moveTo, rename, setField, type Question } from '../library.ts'
import { useStore } from '../store/index.ts'
import type { Order, Report } from './protocol.ts'
import { watchDesign } from './watch.ts'
import { createClient, type Connect } from './worker-client.ts'
import { createWork } from './work.ts'

const state = () => useStore.getState()

/** Two instances, of which one does not let the other in. */
const vpc = added(emptyDesign, 'vpc', null)
const subnet = added(vpc.design, 'subnet', vpc.id)
const first = added(subnet.design, 'instance', subnet.id)
const { design: drawn, id: machine } = added(first.design, 'instance', subnet.id)
const group = Object.values(drawn.resources).find(({ kind }) => kind === 'security-group')?.id ?? ''
const shut = setField(drawn, group, 'inbound', [])
const question: Question = { from: first.id, to: machine, protocol: 'tcp', port: '443', sourcePort: null }

/** Takes orders and reports when told to. */
function standIn() {
  const orders: Order[] = []
  const ports: { tell: (report: Report) => void; fail: () => void; closed: boolean }[] = []
  const connect: Connect = (tell, fail) => {
    const port = { tell, fail, closed: false }
    ports.push(port)
    return { post: (order) => orders.push(structuredClone(order)), close: () => (port.closed = true) }
  }
  return { orders, ports, connect }
}

describe('the client', () => {
  const wanted = { review: true, mending: null }
  const review = { access: new Map(), findings: [] }

  test('drops what is told about anything but the newest', () => {
    const { orders, ports, connect } = standIn()
    const client = createClient(connect)
    const told: string[] = []
    client.want(shut, wanted, () => told.push('first'))
    client.want(rename(shut, machine, 'web'), wanted, () => told.push('second'))
    for (const { number } of orders) ports[0]?.tell({ number, review })
    expect(told).toEqual(['second'])
  })

  test('sends a design whole at first, then what became other', () => {
    const { orders, connect } = standIn()
    const client = createClient(connect)
    client.want(shut, wanted, () => undefined)
    client.want(rename(shut, machine, 'web'), wanted, () => undefined)
    expect(orders.map(({ work }) => Object.keys(work))).toEqual([['design'], ['change']])
  })

  test('sends a design whole where a change would put its resources in another order', () => {
    const { orders, connect } = standIn()
    const client = createClient(connect)
    const turned = Object.fromEntries(Object.entries(shut.resources).toReversed())
    client.want(shut, wanted, () => undefined)
    client.want({ ...shut, resources: turned }, wanted, () => undefined)
    expect(orders.map(({ work }) => Object.keys(work))).toEqual([['design'], ['design']])
  })

  test('connects to nothing before something is wanted', () => {
    const { ports, connect } = standIn()
    createClient(connect).want(shut, { review: false, mending: null }, () => undefined)
    expect(ports).toEqual([])
  })

  test('says when the worker broke down, and starts another for what is wanted next', () => {
    const { orders, ports, connect } = standIn()
    const client = createClient(connect)
    const told: unknown[] = []
    client.want(shut, wanted, (report) => told.push(report))
    ports[0]?.fail()
    client.want(shut, wanted, (report) => told.push(report))
    expect(told).toEqual([null])
    expect(ports.map(({ closed }) => closed)).toEqual([true, false])
    expect(orders.map(({ work }) => Object.keys(work))).toEqual([['design'], ['design']])
  })
})

describe('the work', () => {
  const nextTurn = () => new Promise<void>((resolve) => setTimeout(resolve))

  test('what several fixes open together is told, also where none of them opens it alone', async () => {
    const reports: Report[] = []
    const { design } = added(drawn, 'internet-gateway', vpc.id)
    const mending = { ...question, to: 'internet' }
    await createWork(
      (report) => reports.push(report),
      nextTurn,
    )({
      number: 1,
      work: { design },
      review: false,
      mending,
    })
    const last = reports.at(-1)?.mending
    expect(last?.fixes.map((offered) => offered[0]?.opens?.summary)).toEqual([
      ['nothing else'],
      ['nothing else'],
    ])
    expect(last?.all?.verdict).toBe('reachable')
    expect(last?.all?.opens?.summary).toContainEqual({ resource: first.id })
  })

  test('fixes come before badges, and end with what each opens besides', async () => {
    const reports: Report[] = []
    const work = createWork((report) => reports.push(report), nextTurn)
    await work({ number: 1, work: { design: shut }, review: true, mending: question })
    expect(reports.map((report) => (report.review ? 'review' : 'mending'))).toEqual([
      'mending',
      'review',
      'mending',
    ])
    const [soon, last] = [reports[0]?.mending, reports.at(-1)?.mending]
    expect(soon?.all?.verdict).toBe('reachable')
    expect(soon?.fixes.flat().map(({ opens }) => opens)).toContain(null)
    expect(last?.fixes.flat()).not.toEqual([])
    expect(last?.fixes.flat().map(({ opens }) => opens)).not.toContain(null)
  })

  test('an order ends the one before it', async () => {
    const reports: Report[] = []
    const work = createWork((report) => reports.push(report), nextTurn)
    await Promise.all([
      work({ number: 1, work: { design: shut }, review: true, mending: question }),
      work({ number: 2, work: { design: shut }, review: false, mending: question }),
    ])
    expect(new Set(reports.map(({ number }) => number))).toEqual(new Set([2]))
  })
})

describe('the page', () => {
  let stop = () => {}
  let worker = standIn()
  beforeEach(() => {
    useStore.setState(useStore.getInitialState(), true)
    worker = standIn()
    stop = watchDesign(worker.connect)
  })
  afterEach(() => stop())

  /** Works on what was ordered last. */
  const work = async () => {
    const last = worker.orders.at(-1)
    if (!last) throw new Error('nothing was ordered')
    const tell = (report: Report) => worker.ports[0]?.tell(structuredClone(report))
    await createWork(tell, () => Promise.resolve())({ ...last, work: { design: state().design } })
  }
  const askIt = () => {
    state().open({ ...shut, question })
    state().startTrace()
  }

  test('the answer is there at once, what lifts its blockers follows', async () => {
    askIt()
    expect(state().answer).toMatchObject({ ok: true, answer: { verdict: 'blocked' } })
    expect(state().mending).toBeNull()
    await work()
    expect(state().mending?.all?.verdict).toBe('reachable')
  })

  test('an edit takes away the fixes of the design before it', async () => {
    askIt()
    await work()
    state().edit('Rename', (design) => rename(design, machine, 'web'))
    expect(state().mending).toBeNull()
  })

  test('fixes are looked for again when something is moved: they say where what they add is drawn', async () => {
    askIt()
    await work()
    const { x, y, width, height } = state().design.layout[vpc.id]!
    state().edit('Move', (design) => moveTo(design, { [vpc.id]: { x: x + 400, y, width, height } }))
    expect(state().answer).toMatchObject({ ok: true })
    expect(state().mending).toBeNull()
    await work()
    expect(state().mending?.all?.verdict).toBe('reachable')
  })

  test('all fixes at once are one step, and lead where they said', async () => {
    askIt()
    await work()
    state().applyAll()
    expect(state().answer).toMatchObject({ ok: true, answer: { verdict: 'reachable' } })
    state().undo()
    expect(state().answer).toMatchObject({ ok: true, answer: { verdict: 'blocked' } })
  })

  test('a fix for what the design was before is not applied', async () => {
    askIt()
    await work()
    const old = state().mending?.fixes[0]?.[0]?.fix
    if (!old) throw new Error('no fix was offered')
    state().applyFix(old)
    const { design } = state()
    state().applyFix(old)
    expect(state().design).toBe(design)
    expect(state().toasts.map(({ message }) => message)).toEqual([
      'The design has changed since this was offered.',
    ])
  })

  test('where the worker breaks down nothing is looked for any more', () => {
    askIt()
    worker.ports[0]?.fail()
    expect(state().mending).toEqual({ fixes: [], all: null })
  })
})
