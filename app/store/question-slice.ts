// The question: can this reach that? Its ends are written as a person types them; the canvas fills in ids.
import { kinds, shownOn, type Question, type ResourceId } from '../library.ts'
import { withNamedEnds } from './named-ends.ts'
import type { Slice, Store } from './store.ts'

export interface QuestionSlice {
  readonly question: Question
  /** Whether the answer is drawn on the canvas. It is computed again after every edit while it is. */
  readonly tracing: boolean
  /** The end that the next click on the canvas fills. */
  readonly picking: 'from' | 'to' | null
  readonly ask: (part: Partial<Question>) => void
  readonly startTrace: () => void
  readonly endTrace: () => void
  readonly setPicking: (end: 'from' | 'to' | null) => void
  /** A click on a resource while an end is being picked. */
  readonly pick: (id: ResourceId) => void
}

export const defaultQuestion: Question = {
  from: '',
  to: 'internet',
  protocol: 'tcp',
  port: '443',
  sourcePort: null,
}

export const questionSlice: Slice<QuestionSlice> = (set, get) => ({
  question: defaultQuestion,
  tracing: false,
  picking: null,
  ask(part) {
    const { picking, question, design } = get()
    // An end that was typed after all needs no click any more.
    const given = picking !== null && picking in part
    const asked = withNamedEnds({ ...question, ...part }, design)
    set({ question: asked, hop: 0, playing: false, ...(given && { picking: null }) })
  },
  startTrace() {
    const { question } = get()
    const from = question.from === '' ? obviousSource(get()) : question.from
    // Nobody can ask without a source: the canvas is asked for one first.
    const picking = from === '' ? 'from' : null
    set({ question: { ...question, from }, tracing: true, tool: 'trace', hop: 0, picking })
  },
  endTrace() {
    set({ tracing: false, playing: false, picking: null, tool: 'select' })
  },
  setPicking(picking) {
    set({ picking })
  },
  pick(id) {
    const { picking, question } = get()
    if (picking === null) return
    const asked = { ...question, [picking]: id }
    const next = picking === 'from' && (asked.to === '' || asked.to === id) ? 'to' : null
    set({ question: asked, picking: next, hop: 0, playing: false, tracing: true, tool: 'trace' })
  },
})

/** The machine that is selected, or the only one there is: nobody needs to be asked which is meant. */
function obviousSource({ design, selection }: Store): ResourceId | '' {
  const machines = Object.values(design.resources).filter(({ id, kind: name }) => {
    const kind = kinds.get(name)
    return kind?.category === 'resources' && kind.end !== undefined && shownOn(design, id) === 'card'
  })
  const selected = machines.filter(({ id }) => selection.includes(id))
  const [only, ...others] = selected.length > 0 ? selected : machines
  return only && others.length === 0 ? only.id : ''
}
