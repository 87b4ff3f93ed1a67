// The design and its history. Every change of the design goes through `edit` or `open`, so that undo covers all of it.
import {
  emptyDesign,
  emptyHistory,
  record,
  redo,
  undo,
  type Design,
  type History,
  type ResourceId,
} from '../library.ts'
import { camera } from './camera.ts'
import { focusSession } from './focus-session.ts'
import { withNamedEnds } from './named-ends.ts'
import { defaultQuestion } from './question-slice.ts'
import type { Slice } from './store.ts'

export interface DesignSlice {
  readonly design: Design
  readonly history: History
  readonly canUndo: boolean
  readonly canRedo: boolean
  /**
   * Records one step of history; consecutive edits of the same `group` are one step as long as the keyboard stays where it
   * is. Nothing happens when nothing changed.
   */
  readonly edit: (label: string, change: (design: Design) => Design, group?: string) => void
  readonly undo: () => void
  readonly redo: () => void
  /** Puts another design in place of this one, as one step that can be undone, and asks its question. The browser keeps this one. */
  readonly open: (design: Design, name?: string) => void
  /** Of the design; a resource is renamed by an edit. */
  readonly rename: (name: string) => void
}

export const designSlice: Slice<DesignSlice> = (set, get) => {
  /** What else must follow when the design becomes another one. */
  const become = (design: Design, history: History) => {
    const alive = (id: ResourceId) => design.resources[id] !== undefined
    const { selection, hovered } = get()
    set({
      design,
      history,
      canUndo: history.past.length > 0,
      canRedo: history.future.length > 0,
      selection: selection.every(alive) ? selection : selection.filter(alive),
      hovered: hovered !== null && alive(hovered) ? hovered : null,
      // What a line would do was worked out for the design before.
      connecting: null,
      attaching: null,
    })
  }
  return {
    design: emptyDesign,
    history: emptyHistory,
    canUndo: false,
    canRedo: false,
    edit(label, change, group) {
      const { design, history } = get()
      const next = change(design)
      if (next === design) return
      const step = group === undefined ? undefined : `${group} ${focusSession()}`
      const recorded = record(history, design, next, label, step)
      if (recorded !== history) become(next, recorded)
    },
    undo() {
      const step = undo(get().history, get().design)
      if (step) become(step.design, step.history)
    },
    redo() {
      const step = redo(get().history, get().design)
      if (step) become(step.design, step.history)
    },
    open(design, name) {
      const opened = name === undefined ? design : { ...design, name }
      get().putAway()
      get().select([])
      // What was said was said of the design before.
      for (const { id } of get().toasts) get().dismissToast(id)
      get().edit(`Open ${opened.name}`, () => opened)
      const question = withNamedEnds(opened.question ?? defaultQuestion, opened)
      set({ question, focusPart: null, hop: 0, playing: false })
      if (opened.question === null) get().endTrace()
      camera().fit(undefined, true)
    },
    rename(name) {
      if (name.trim() !== '')
        get().edit('Rename the design', (design) => ({ ...design, name: name.trim() }), 'rename design')
    },
  }
}
