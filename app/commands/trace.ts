// Commands around the question and its answer.
import { reachedPart } from '../inspector/reached-part.ts'
import { canBeReached, kinds } from '../library.ts'
import { hopList, type Store } from '../store/index.ts'
import { always, type Command } from './command.ts'

const answered = (state: Store) => state.tracing && hopList(state.answer).length > 0

export const traceCommands: readonly Command[] = [
  {
    id: 'trace',
    name: 'Trace',
    group: 'Trace',
    shortcut: 'T',
    keywords: 'ask reach path',
    enabled: always,
    perform: (state) => state.startTrace(),
  },
  {
    id: 'end-trace',
    name: 'End the trace',
    group: 'Trace',
    enabled: (state) => state.tracing,
    perform: (state) => state.endTrace(),
  },
  {
    id: 'trace-from-here',
    name: 'Trace from here',
    group: 'Trace',
    keywords: 'ask source',
    enabled: (state) => endIsSelected(state),
    perform(state) {
      state.ask({ from: state.selection[0] ?? '' })
      state.startTrace()
      if (state.question.to === '') state.setPicking('to')
    },
  },
  {
    id: 'trace-to-here',
    name: 'Trace to here',
    group: 'Trace',
    keywords: 'ask destination',
    enabled: (state) => endIsSelected(state),
    perform(state) {
      state.ask({ to: state.selection[0] ?? '' })
      state.startTrace()
    },
  },
  {
    id: 'who-reaches',
    name: 'Who can reach it?',
    group: 'Trace',
    keywords: 'sources inbound exposed',
    enabled: ({ selection: [id, ...others], network }) =>
      id !== undefined && others.length === 0 && canBeReached(network, id),
    perform: (state) => state.reveal({ resource: state.selection[0] ?? '', part: reachedPart }),
  },
  {
    id: 'next-hop',
    name: 'Next hop',
    group: 'Trace',
    shortcut: '.',
    enabled: answered,
    perform: (state) => state.setHop(state.hop + 1),
  },
  {
    id: 'previous-hop',
    name: 'Previous hop',
    group: 'Trace',
    shortcut: ',',
    enabled: answered,
    perform: (state) => state.setHop(state.hop - 1),
  },
  {
    id: 'play',
    name: 'Play or pause',
    group: 'Trace',
    shortcut: 'P',
    enabled: answered,
    perform: (state) => state.setPlaying(!state.playing),
  },
  {
    id: 'apply-all',
    name: 'Apply the first fix of every blocker',
    group: 'Trace',
    enabled: (state) => state.tracing && Boolean(state.mending?.all),
    perform: (state) => state.applyAll(),
  },
]

/** One resource is selected, and packets can start there. */
function endIsSelected({ selection, network }: Store): boolean {
  const [id] = selection
  return selection.length === 1 && id !== undefined && canBeAnEnd(network, id)
}

function canBeAnEnd({ view }: Store['network'], id: string): boolean {
  const resource = view.get(id)
  return resource !== undefined && kinds.get(resource.kind)?.end !== undefined
}
