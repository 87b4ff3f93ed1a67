// A text field that offers what could be typed. Any text may be typed; choosing an option is a shortcut.
import { Autocomplete } from '@base-ui/react/autocomplete'
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import lists from './list.module.css'
import styles from './combo.module.css'
import { matching } from './matching.ts'

export interface ComboOption {
  /** What is reported when it is chosen. */
  readonly value: string
  readonly label: string
  readonly detail?: string
  readonly icon?: ReactNode
}

export interface ComboProps {
  readonly label: string
  readonly text: string
  readonly options: readonly ComboOption[]
  readonly onText: (text: string) => void
  readonly onPick: (value: string) => void
  readonly onFocus?: () => void
  readonly onBlur?: () => void
  readonly onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void
  readonly placeholder?: string
  readonly className?: string | undefined
  readonly invalid?: boolean
  readonly describedBy?: string | undefined
  /** Below the options: what else can be done. */
  readonly foot?: (close: () => void) => ReactNode
  readonly readOnly?: boolean
}

export function Combo(props: ComboProps) {
  const [open, setOpen] = useState(false)
  // Right after the field is entered, everything is offered; only what is typed narrows it.
  const [typed, setTyped] = useState(false)
  const input = useRef<HTMLInputElement | null>(null)
  const shown = matching(props.options, typed ? props.text : '')
  return (
    <Autocomplete.Root
      items={shown}
      filter={null}
      itemToStringValue={(option: ComboOption) => option.value}
      value={props.text}
      open={open && (shown.length > 0 || props.foot !== undefined)}
      onOpenChange={setOpen}
      autoHighlight={typed}
      openOnInputClick
      readOnly={props.readOnly ?? false}
      onValueChange={(value, { reason }) => {
        if (reason === 'item-press') {
          setTyped(false)
          props.onPick(value)
        } else if (reason === 'input-change' || reason === 'input-clear' || reason === 'clear-press') {
          setTyped(true)
          props.onText(value)
        }
      }}
    >
      <Autocomplete.Input
        ref={(element: HTMLInputElement | null) => {
          input.current = element
        }}
        className={props.className}
        aria-label={props.label}
        aria-invalid={props.invalid || undefined}
        aria-describedby={props.describedBy}
        placeholder={props.placeholder}
        spellCheck={false}
        autoComplete="off"
        onFocus={(event) => {
          setTyped(false)
          event.currentTarget.select()
          props.onFocus?.()
        }}
        onBlur={() => {
          setOpen(false)
          props.onBlur?.()
        }}
        onKeyDown={(event) => {
          // An open list takes Enter and Escape for itself.
          if (
            open &&
            shown.length > 0 &&
            (event.key === 'Escape' ||
              (event.key === 'Enter' && event.currentTarget.getAttribute('aria-activedescendant')))
          )
            return
          props.onKeyDown?.(event)
          // Whatever the key did, it was not to choose from the list.
          if (event.defaultPrevented) setOpen(false)
        }}
      />
      <Autocomplete.Portal>
        <Autocomplete.Positioner
          anchor={() => (input.current ? anchorOf(input.current) : null)}
          sideOffset={6}
          align="start"
          collisionPadding={12}
          className={`${lists.place} ${styles.place}`}
        >
          <Autocomplete.Popup className={`${lists.sheet} ${styles.popup}`}>
            <Autocomplete.List className={`${lists.list} ${styles.list}`}>
              {(option: ComboOption) => (
                <Autocomplete.Item key={option.value} value={option} className={lists.item}>
                  {option.icon}
                  <span className={lists.label}>{option.label}</span>
                  {option.detail !== undefined && <span className={styles.detail}>{option.detail}</span>}
                </Autocomplete.Item>
              )}
            </Autocomplete.List>
            {props.foot !== undefined && (
              <div
                className={styles.foot}
                role="presentation"
                onPointerDown={(event) => event.preventDefault()}
              >
                {props.foot(() => setOpen(false))}
              </div>
            )}
          </Autocomplete.Popup>
        </Autocomplete.Positioner>
      </Autocomplete.Portal>
    </Autocomplete.Root>
  )
}

const anchors = new WeakMap<Element, VirtualAnchor>()

interface VirtualAnchor {
  readonly contextElement: Element
  readonly getBoundingClientRect: () => DOMRect
}

/** What the list stands below or above: the field, and with it all of a row that says beneath what the field means. */
function anchorOf(input: Element): Element | VirtualAnchor {
  const field = input.closest('[data-anchor]') ?? input
  const row = field.closest('[data-keep-clear]')
  if (!row) return field
  const known = anchors.get(field)
  if (known) return known
  const anchor = {
    contextElement: row,
    getBoundingClientRect() {
      const { x, width } = field.getBoundingClientRect()
      const { y, height } = row.getBoundingClientRect()
      return new DOMRect(x, y, width, height)
    },
  }
  anchors.set(field, anchor)
  return anchor
}
