// While an input method composes, as for Hangul, its keys are its own: Enter and Escape end what is composed, not the field.

/** Keeps them from everything that listens in the page. */
export function keepComposingKeys(): void {
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.isComposing || isLastOfSafari(event)) event.stopImmediatePropagation()
    },
    { capture: true },
  )
}

/** Safari ends the composition before it tells of the key that ended it, which has this code instead of its own. */
const isLastOfSafari = ({ key, keyCode }: KeyboardEvent): boolean => key === 'Enter' && keyCode === 229
