// Keys to commands. A field that has the keyboard keeps its keys, but for the few commands that work there too.
import { useEffect } from 'react'
import { useStore } from '../store/index.ts'
import { commands, runCommand } from './all.ts'
import { matches } from './keys.ts'

export function useCommandKeys(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return
      const inField = isField(event.target)
      const inDialog =
        event.target instanceof Element &&
        event.target.closest('[role=dialog], [role=menu], [role=listbox]') !== null
      const state = useStore.getState()
      const command = commands.find(
        (candidate) =>
          (candidate.inFields === true || (!inField && !inDialog)) &&
          [candidate.shortcut, ...(candidate.also ?? [])].some(
            (shortcut) => shortcut !== undefined && matches(shortcut, event),
          ) &&
          candidate.enabled(state),
      )
      if (!command) return
      // Arrow keys belong to tabs, trees and tables where one of those has the keyboard.
      if (event.key.startsWith('Arrow') && !onCanvas(event.target)) return
      event.preventDefault()
      runCommand(command)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}

function isField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  )
}

function onCanvas(target: EventTarget | null): boolean {
  return target === document.body || (target instanceof Element && target.closest('.react-flow') !== null)
}
