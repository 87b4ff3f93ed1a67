// Actions, resources and whole questions, found by typing: "arrange", "app-1", "trace web internet 443", "who can reach db".
import { nodeOf } from '../canvas/focus-node.ts'
import { ResourceIcon } from '../canvas/parts/resource-icon.tsx'
import { Autocomplete } from '@base-ui/react/autocomplete'
import { Dialog as Base } from '@base-ui/react/dialog'
import { Search } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import { commands, runCommand, shortcutText } from '../commands/index.ts'
import { reachedPart } from '../inspector/reached-part.ts'
import { canBeReached, kinds, type ResourceId } from '../library.ts'
import { serviceText } from '../question/service.ts'
import { useStore } from '../store/index.ts'
import type { ComboOption } from '../ui/combo.tsx'
import { matching } from '../ui/matching.ts'
import { KindIcon } from '../ui/kind-icon.tsx'
import { closeDialog } from './close.ts'
import { typedQuestion } from './typed-question.ts'
import lists from '../ui/list.module.css'
import styles from './commands-dialog.module.css'

interface Found extends ComboOption {
  readonly perform: () => void
  /** What it selects: the keyboard goes there with it. */
  readonly shows?: ResourceId
}

export function CommandsDialog() {
  const design = useStore((state) => state.design)
  const [text, setText] = useState('')
  const all = useMemo(() => everything(design), [design])
  const found = useMemo(() => {
    const question = questionIn(text)
    const asked = question ? [question] : whoReachesIn(text)
    return [...asked, ...matching(all, text).slice(0, 30)]
  }, [all, text])
  const shown = useRef<ResourceId | null>(null)
  const perform = (chosen: Found) => {
    shown.current = chosen.shows ?? null
    closeDialog()
    chosen.perform()
    useStore.setState({ addAt: null })
  }
  return (
    <Base.Root
      open
      onOpenChange={(open) => {
        if (open) return
        closeDialog()
        useStore.setState({ addAt: null })
      }}
    >
      <Base.Portal>
        <Base.Backdrop className={styles.scrim} />
        <Base.Popup
          className={`${lists.sheet} ${styles.popup}`}
          aria-label="Search commands and resources"
          finalFocus={() => shown.current === null || (nodeOf(shown.current) ?? false)}
        >
          <Autocomplete.Root
            inline
            open
            items={found}
            filter={null}
            autoHighlight="always"
            itemToStringValue={(each: Found) => each.value}
            value={text}
            onValueChange={(value, { reason }) => {
              if (reason !== 'item-press') setText(value)
            }}
          >
            <div className={styles.field}>
              <Search aria-hidden="true" />
              <Autocomplete.Input
                className={styles.input}
                aria-label="Search"
                placeholder="An action, a resource, or “trace web internet 443”"
              />
            </div>
            <Autocomplete.List className={`${lists.list} ${styles.list}`}>
              {(each: Found) => (
                <Autocomplete.Item
                  key={each.value}
                  value={each}
                  className={lists.item}
                  onClick={() => perform(each)}
                >
                  {each.icon}
                  <span className={lists.label}>{each.label}</span>
                  {each.detail !== undefined && <span className={styles.detail}>{each.detail}</span>}
                </Autocomplete.Item>
              )}
            </Autocomplete.List>
            {found.length === 0 && (
              <p className={styles.none}>
                Nothing of that name. A question is asked as “trace web internet 443”.
              </p>
            )}
          </Autocomplete.Root>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}

function everything(design: ReturnType<typeof useStore.getState>['design']): readonly Found[] {
  const state = useStore.getState()
  const actions = commands
    .filter(
      (command) => command.id !== 'commands' && !command.id.startsWith('nudge') && command.enabled(state),
    )
    .map((command): Found => ({
      value: `command ${command.id} ${command.keywords ?? ''}`,
      label: command.name,
      ...(command.shortcut === undefined ? {} : { detail: shortcutText(command.shortcut) }),
      perform: () => runCommand(command),
    }))
  const resources = Object.values(design.resources).map((resource): Found => ({
    value: `resource ${resource.id}`,
    label: resource.name,
    detail: kinds.get(resource.kind)?.title ?? resource.kind,
    icon: <ResourceIcon id={resource.id} size={18} />,
    perform: () => useStore.getState().reveal({ resource: resource.id }),
    shows: resource.id,
  }))
  const additions = [...kinds.values()]
    .filter((kind) => kind.palette !== undefined)
    .map((kind): Found => ({
      value: `add ${kind.name} new place`,
      label: `Add ${kind.title}`,
      icon: <KindIcon kind={kind.name} size={18} />,
      perform: () => useStore.getState().placeFound(kind.name),
    }))
  return state.addAt === null
    ? [...actions, ...additions, ...resources]
    : [...additions, ...actions, ...resources]
}

/** "who can reach db": of every machine whose name begins so, or of all. */
function whoReachesIn(text: string): readonly Found[] {
  const [, said] = /^who(?:\s+can)?(?:\s+reach(?:es)?)?(?:\s+the)?\s*(.*?)\s*\??$/i.exec(text.trim()) ?? []
  if (said === undefined) return []
  const { design, network, reveal } = useStore.getState()
  return Object.values(design.resources)
    .filter(({ id, name, kind }) => {
      if (!name.toLowerCase().includes(said.toLowerCase())) return false
      return kinds.get(kind)?.placement.shape !== 'none' && canBeReached(network, id)
    })
    .slice(0, 20)
    .map(({ id, name }) => ({
      value: `who reaches ${id}`,
      label: `Who can reach ${name}?`,
      icon: <ResourceIcon id={id} size={18} />,
      perform: () => reveal({ resource: id, part: reachedPart }),
      shows: id,
    }))
}

function questionIn(text: string): Found | null {
  const { resources } = useStore.getState().design
  const ends = new Map(Object.values(resources).map((each) => [each.name, each.id]))
  const typed = typedQuestion(text, (name) => ends.has(name) || name === 'internet')
  if (!typed) return null
  const { from, to, ...service } = typed
  const end = (name: string) => ends.get(name) ?? name
  return {
    value: `question ${text}`,
    label: `Can ${from} reach ${to} on ${serviceText(service)}`,
    detail: 'Trace',
    perform: () => {
      useStore.getState().ask({ from: end(from), to: end(to), ...service })
      useStore.getState().startTrace()
    },
  }
}
