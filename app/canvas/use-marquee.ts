// Selecting with a rectangle. A card is taken when it is touched, a container when all of it is inside: else a marquee that
// starts within a subnet would take the subnet, its zone, its VPC and its Region along.
import { useStoreApi } from '@xyflow/react'
import { useEffect, useState, type MouseEvent } from 'react'
import { inMarquee } from '../library.ts'
import { useStore } from '../store/index.ts'
import { onEscape } from './on-escape.ts'

interface MarqueeHandlers {
  readonly onSelectionStart: (event: MouseEvent) => void
  readonly onSelectionEnd: () => void
}

export function useMarquee(): MarqueeHandlers {
  const flow = useStoreApi()
  const [marquee] = useState(() => {
    let kept: readonly string[] = []
    let unwatch: (() => void) | null = null
    const end = () => {
      unwatch?.()
      unwatch = null
    }
    // Spread onto the canvas: what is no handler stays out of it.
    const handlers: MarqueeHandlers = {
      onSelectionStart(event: MouseEvent) {
        end()
        const { selection } = useStore.getState()
        kept = event.shiftKey ? selection : []
        const stopFollowing = flow.subscribe(
          ({ userSelectionActive, userSelectionRect: rect, transform }) => {
            if (!userSelectionActive || !rect) return
            const [x, y, zoom] = transform
            const { design, select } = useStore.getState()
            const inside = inMarquee(design, {
              x: (rect.x - x) / zoom,
              y: (rect.y - y) / zoom,
              width: rect.width / zoom,
              height: rect.height / zoom,
            })
            select([...kept, ...inside.filter((id) => !kept.includes(id))])
          },
        )
        const stopKeys = onEscape(() => {
          end()
          flow.setState({ userSelectionActive: false, userSelectionRect: null })
          useStore.getState().select(selection)
        })
        unwatch = () => (stopFollowing(), stopKeys())
      },
      onSelectionEnd: end,
    }
    return { end, handlers }
  })
  useEffect(() => marquee.end, [marquee])
  return marquee.handlers
}
