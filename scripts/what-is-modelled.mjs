// Writes docs/what-is-modelled.md from the pages of the kinds. With --check it writes nothing and fails when the file is out of date.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..')
const target = join(root, 'docs', 'what-is-modelled.md')
const titles = ['Models', 'Ignores', 'Sources', 'Reasons']

const kinds = readdirSync(join(root, 'src', 'kinds'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .toSorted()

const pages = kinds.map((kind) => {
  const path = `src/kinds/${kind}/${kind}.md`
  return { kind, path, ...parse(readFileSync(join(root, path), 'utf8'), path) }
})

const text = `# What is modelled

Written by \`scripts/what-is-modelled.mjs\` from the page in each kind's folder; edit those.
What Pathlight meets and does not model it answers with “unknown”, never with “reachable”.

${pages.map((page) => `- [${page.title}](#${anchor(page.title)})`).join('\n')}

${pages.map(section).join('\n\n')}
`

if (!process.argv.includes('--check')) {
  writeFileSync(target, text)
} else if (read(target) !== text) {
  console.error('docs/what-is-modelled.md is out of date: run node scripts/what-is-modelled.mjs')
  process.exitCode = 1
}

function section({ title, path, sections }) {
  const body = titles.map((name) => `**${name}**\n\n${sections.get(name)}`).join('\n\n')
  return `## ${title}\n\n${body}\n\n[${path}](../${path})`
}

function parse(page, path) {
  const title = /^# (.+)$/m.exec(page)?.[1]
  const parts = page.split(/^## /m).slice(1)
  const sections = new Map(
    parts.map((part) => {
      const [name, ...lines] = part.split('\n')
      return [name.trim(), lines.join('\n').trim()]
    }),
  )
  const lacking = titles.filter((name) => !sections.get(name))
  if (!title || lacking.length > 0) throw new Error(`${path}: no ${title ? lacking.join(', ') : 'title'}`)
  return { title, sections }
}

function anchor(title) {
  return title
    .toLowerCase()
    .replaceAll(/[^\w\- ]/g, '')
    .replaceAll(' ', '-')
}

function read(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
