// What the SVG writer is told: the theme that is shown, icons it can carry along, badges, and the path that is traced.
import { kinds, type Design, type SvgOptions } from '../library.ts'
import { boxesOf } from '../canvas/hit.ts'
import { iconOf } from '../canvas/views/look.ts'
import { litBy, type Lit } from '../canvas/path/lit.ts'
import { planOf } from '../canvas/path/plan.ts'
import { isDark } from '../store/is-dark.ts'
import { hopList, useStore } from '../store/index.ts'
import { awsIconUrl } from '../ui/aws-icons.ts'

const glyphs = import.meta.glob<string>('../../src/kinds/*/icon.svg', {
  query: '?raw',
  import: 'default',
  eager: true,
})

export async function pictureOptions(design: Design): Promise<SvgOptions> {
  const state = useStore.getState()
  const icons = await iconsOf(design)
  const lit = litBy(state)
  const trace = lit ? tracedIn(design, lit) : undefined
  return {
    theme: isDark(state.theme) ? 'dark' : 'light',
    icons: (kind, tone) => icons.get(`${kind} ${tone ?? ''}`) ?? icons.get(`${kind} `) ?? null,
    access: state.access,
    ...(trace ? { trace } : {}),
    ...(trace && lit ? { lit: new Set([...lit.stops, ...lit.crossed]) } : {}),
  }
}

/** The same as on the canvas: a blocked path up to what stops it, and dotted from there. */
function tracedIn(design: Design, { stops }: Lit): SvgOptions['trace'] {
  const { answer, network } = useStore.getState()
  if (!answer?.ok) return undefined
  const plan = planOf(answer.answer, hopList(answer), design, boxesOf(design), network.view)
  return {
    stops,
    request: plan.request,
    intended: plan.intended,
    reply: plan.reply,
    numbers: plan.marks,
    blockers: plan.stops,
  }
}

/** An SVG shown as an image loads nothing: every icon travels inside it. */
async function iconsOf(design: Design): Promise<ReadonlyMap<string, string>> {
  const wanted = new Map<string, string>()
  const icons = new Map<string, string>()
  for (const name of new Set(Object.values(design.resources).map((resource) => resource.kind))) {
    const awsIcon = kinds.get(name)?.awsIcon
    for (const tone of ['', 'public', 'private', 'isolated'] as const) {
      const url = awsIconUrl(tone === '' ? awsIcon : iconOf(awsIcon, { tone, word: tone, why: [] }))
      if (url !== undefined) wanted.set(`${name} ${tone}`, url)
    }
    const glyph = glyphs[`../../src/kinds/${name}/icon.svg`]
    if (awsIconUrl(awsIcon) === undefined && glyph !== undefined) icons.set(`${name} `, glyph)
  }
  await Promise.all([...wanted].map(async ([key, url]) => icons.set(key, await dataUri(url))))
  return icons
}

const fetched = new Map<string, Promise<string>>()

function dataUri(url: string): Promise<string> {
  if (url.startsWith('data:')) return Promise.resolve(url)
  const known = fetched.get(url)
  if (known) return known
  const reading = fetch(url)
    .then((response) => response.text())
    .then((svg) => `data:image/svg+xml,${encodeURIComponent(svg)}`)
  fetched.set(url, reading)
  return reading
}
