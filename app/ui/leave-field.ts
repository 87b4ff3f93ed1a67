/** What is being typed is taken as it is when its field loses the keyboard; a field that is taken away takes it along. */
export function leaveField(): void {
  if (typeof document !== 'undefined' && document.activeElement instanceof HTMLInputElement)
    document.activeElement.blur()
}
