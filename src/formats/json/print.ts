// JSON as people like to read it: what holds no further list or object stands on one line, if it fits.
const widest = 110

export function print(value: unknown): string {
  return `${printed(value, '')}\n`
}

function printed(value: unknown, indent: string): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const list = Array.isArray(value)
  const entries = list
    ? value.map((item: unknown) => ['', item] as const)
    : Object.entries(value).filter(([, item]) => item !== undefined)
  const [open, close] = list ? '[]' : '{}'
  if (entries.length === 0) return `${open}${close}`
  const label = (key: string) => (list ? '' : `${JSON.stringify(key)}: `)
  if (entries.every(([, item]) => isFlat(item))) {
    const line = entries.map(([key, item]) => label(key) + printed(item, '')).join(', ')
    if (indent.length + line.length < widest) return list ? `[${line}]` : `{ ${line} }`
  }
  const deeper = `${indent}  `
  return `${open}\n${entries.map(([key, item]) => deeper + label(key) + printed(item, deeper)).join(',\n')}\n${indent}${close}`
}

function isFlat(value: unknown): boolean {
  return typeof value !== 'object' || value === null || Object.keys(value).length === 0
}
