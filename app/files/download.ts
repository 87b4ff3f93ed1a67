// Gives the browser a file to save.
export function download(name: string, content: BlobPart, type: string): void {
  const address = URL.createObjectURL(new Blob([content], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // Some browsers read the address only after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}

/** The design's name as a file name: what file systems refuse becomes a dash. */
export function fileName(name: string, extension: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what must not get into a file name
  const safe = name.replace(/[\u0000-\u001f<>:"/\\|?*]+/g, '-').trim()
  return `${safe === '' ? 'design' : safe}.${extension}`
}
