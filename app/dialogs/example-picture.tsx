// An example drawn small: its boxes as the minimap draws them, and the icons of its cards.
import { useEffect, useState } from 'react'
import { absoluteBoxes, kinds, viewOf, type Design, type Resource, type View } from '../library.ts'
import { awsIconUrl } from '../ui/aws-icons.ts'
import styles from './dialogs.module.css'

export function ExamplePicture({ name }: { readonly name: string }) {
  const [design, setDesign] = useState<Design | null>(null)
  useEffect(() => {
    let here = true
    void fetch(`./examples/${name}.json`)
      .then((response) => (response.ok ? response.text() : null))
      .then(async (text) => {
        const { readDesign } = await import('../files/readers.ts')
        if (here && text !== null) setDesign(readDesign(text).design)
      })
      // The card stands without its picture.
      .catch(() => undefined)
    return () => {
      here = false
    }
  }, [name])
  return <span className={styles.picture}>{design && <Drawing design={design} />}</span>
}

function Drawing({ design }: { readonly design: Design }) {
  const boxes = absoluteBoxes(design)
  const view = viewOf(design)
  const list = Object.values(design.resources).flatMap((resource) => {
    const box = boxes.get(resource.id)
    const kind = kinds.get(resource.kind)
    return box && kind && kind.placement.shape !== 'none' && kind.category !== 'outside'
      ? [{ resource, box, kind }]
      : []
  })
  const containers = list.filter(
    ({ kind }) =>
      kind.placement.shape === 'container' && !['region', 'availability-zone'].includes(kind.name),
  )
  const cards = list.filter(({ kind }) => kind.placement.shape !== 'container')
  const all = [...containers, ...cards].map(({ box }) => box)
  if (all.length === 0) return null
  const left = Math.min(...all.map((box) => box.x)) - 24
  const top = Math.min(...all.map((box) => box.y)) - 24
  const width = Math.max(...all.map((box) => box.x + box.width)) - left + 24
  const height = Math.max(...all.map((box) => box.y + box.height)) - top + 24
  return (
    <svg viewBox={`${left} ${top} ${width} ${height}`} aria-hidden="true">
      {containers.map(({ resource, box }) => (
        <rect key={resource.id} {...box} rx="10" strokeWidth="5" {...look(view, resource)} />
      ))}
      {cards.map(({ resource, box, kind }) => {
        const size = Math.min(box.height * 1.1, 88)
        const url = awsIconUrl(kind.awsIcon)
        const x = box.x + box.width / 2 - size / 2
        return (
          <g key={resource.id}>
            <rect
              x={x}
              y={box.y + box.height / 2 - size / 2}
              width={size}
              height={size}
              rx="8"
              fill="var(--surface)"
              stroke="var(--line-strong)"
              strokeWidth="2"
            />
            {url !== undefined && (
              <image
                href={url}
                x={x + 12}
                y={box.y + box.height / 2 - size / 2 + 12}
                width={size - 24}
                height={size - 24}
              />
            )}
          </g>
        )
      })}
    </svg>
  )
}

/** In the colour of what the routes make of it. */
function look(view: View, resource: Resource): { readonly fill: string; readonly stroke: string } {
  const tone = kinds.get(resource.kind)?.standing?.(resource, view)?.tone
  return tone
    ? { fill: `var(--${tone}-tint)`, stroke: `var(--${tone}-line)` }
    : { fill: 'var(--vpc-tint)', stroke: 'var(--vpc-line)' }
}
