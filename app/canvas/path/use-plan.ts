// The plan of the answer shown now, with things where they are drawn at this moment.
import { useMemo } from 'react'
import { hopList, useStore } from '../../store/index.ts'
import { boxesOf } from '../hit.ts'
import { drawnNow, useMoved } from '../moved.ts'
import { planOf } from './plan.ts'
import type { Plan } from './plan-types.ts'

export function usePlan(): Plan | null {
  const answer = useStore((state) => (state.tracing ? state.answer : null))
  const design = useStore((state) => state.design)
  const view = useStore((state) => state.network.view)
  const moved = useMoved((state) => state.moved)
  return useMemo(() => {
    if (!answer?.ok) return null
    const now = drawnNow(design, moved)
    return planOf(answer.answer, hopList(answer), now, boxesOf(now), view)
  }, [answer, design, view, moved])
}
