// JSON as people like to read it: what holds no further list or object stands on one line, if it fits.
const widest = 110

export interface Style {
  /** Objects too may stand on one line; lists always may. */
  readonly flatObjects: boolean
}

export function print(value: unknown, style: Style = { flatObjects: true }): string {
  return `${printed(value, style, '', 0)}\n`
}

/** `used`: characters of the line that stand before the value. */
function printed(value: unknown, style: Style, indent: string, used: number): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const list = Array.isArray(value)
  const entries: readonly (readonly [label: string, value: unknown])[] = list
    ? value.map((item: unknown) => ['', item])
    : Object.entries(value).flatMap(([key, item]) =>
        item === undefined ? [] : [[`${JSON.stringify(key)}: `, item]],
      )
  const [open, close] = list ? '[]' : '{}'
  if (entries.length === 0) return `${open}${close}`
  if ((list || style.flatObjects) && entries.every(([, item]) => isFlat(item))) {
    const inside = entries.map(([label, item]) => label + printed(item, style, '', 0)).join(', ')
    const line = list ? `[${inside}]` : `{ ${inside} }`
    if (used + line.length < widest) return line
  }
  const deeper = `${indent}  `
  const lines = entries.map(
    ([label, item]) => deeper + label + printed(item, style, deeper, deeper.length + label.length),
  )
  return `${open}\n${lines.join(',\n')}\n${indent}${close}`
}

function isFlat(value: unknown): boolean {
  return typeof value !== 'object' || value === null || Object.keys(value).length === 0
}
