// A CIDR, typed where it is shown: beneath the head of its container, with what is wrong with it, how much of it is used, and
// free blocks to take. Wrong text never comes into force; Escape puts back what was there.
import { useStore as useFlow, ViewportPortal } from '@xyflow/react'
import { useEffect, useLayoutEffect, useRef } from 'react'
import { UsageBar } from '../inspector/usage-bar.tsx'
import { checkField, kinds, otherBlocks, setField } from '../library.ts'
import { useStore } from '../store/index.ts'
import { CheckedInput } from '../ui/checked-input.tsx'
import { Offers, ProblemLine, suggestionFor } from '../ui/problem-line.tsx'
import { useDraft } from '../ui/use-draft.ts'
import styles from './field-in-place.module.css'
import { boxesOf } from './hit.ts'
import { overflowBelow } from './overflow-below.ts'
import { bands } from './project.ts'

export function FieldInPlace() {
  const retyping = useStore((state) => state.retyping)
  return retyping && <FieldOf key={`${retyping.id} ${retyping.field}`} {...retyping} />
}

function FieldOf({ id, field: name }: { readonly id: string; readonly field: string }) {
  const design = useStore((state) => state.design)
  const edit = useStore((state) => state.edit)
  const setRetyping = useStore((state) => state.setRetyping)
  const zoom = useFlow((state) => state.transform[2])
  const panel = useRef<HTMLFieldSetElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const resource = design.resources[id]
  const field = kinds.get(resource?.kind ?? '')?.fields[name]
  const value = resource?.fields[name]
  const stored = typeof value === 'string' ? value : ''
  const draft = useDraft({
    stored,
    check: (text) => checkField(design, id, name, text),
    store: (text) =>
      edit(
        `Edit ${field?.label ?? name}`,
        (before) => setField(before, id, name, text.trim()),
        `${id} ${name}`,
      ),
  })
  const { focus } = draft
  useEffect(() => {
    focus()
    input.current?.focus()
    input.current?.select()
    // Only when it opens: later the text is being typed.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [])
  // Moved up by what would lie beneath the zoom bar or beyond the window: its height changes with what there is to say.
  useLayoutEffect(() => {
    const element = panel.current
    if (!element) return
    element.style.translate = 'none'
    element.style.translate = `0 ${-overflowBelow(element) / zoom}px`
  })
  const box = boxesOf(design).get(id)
  if (!resource || !field || !box) return null
  const free = draft.text === stored ? otherBlocks(design, id, name) : []
  const close = () => {
    setRetyping(null)
    document.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(id)}"]`)?.focus()
  }
  return (
    <ViewportPortal>
      {/* Leaving it by any way closes it; what is typed is heard by the input. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <fieldset
        ref={panel}
        className={`${styles.panel} nopan nodrag nokey`}
        aria-label={`${field.label} of ${resource.name}`}
        style={{
          transform: `translate(${box.x + 26}px, ${box.y + 28}px) scale(${1 / zoom})`,
          zIndex: bands.toolbar,
        }}
        onBlur={(event) => {
          if (!panel.current?.contains(event.relatedTarget)) setRetyping(null)
        }}
      >
        <CheckedInput
          inputRef={input}
          value={draft.text}
          problem={draft.problem}
          mono
          aria-label={`${field.label} of ${resource.name}`}
          aria-describedby={draft.problem ? 'field-in-place-problem' : undefined}
          onChange={(event) => draft.type(event.target.value)}
          onBlur={draft.blur}
          onKeyDown={(event) => {
            event.stopPropagation()
            const taken = suggestionFor(event, { message: '', suggestions: free })
            if (taken !== undefined) {
              event.preventDefault()
              return draft.type(taken)
            }
            draft.key(event)
            if (event.key === 'Enter' || event.key === 'Escape') close()
          }}
        />
        {draft.problem ? (
          <ProblemLine
            id="field-in-place-problem"
            problem={draft.problem}
            text={draft.text}
            onTake={draft.type}
          />
        ) : (
          <>
            <UsageBar id={id} />
            {free.length > 0 && <Offers says="Free" offered={free} text={draft.text} onTake={draft.type} />}
          </>
        )}
      </fieldset>
    </ViewportPortal>
  )
}
