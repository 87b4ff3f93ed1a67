// The recent designs, looked up whenever they are about to be shown.
import { useEffect } from 'react'
import { useStore } from '../store/index.ts'

export function useRecent(shown: boolean) {
  const recent = useStore((state) => state.recent)
  const lookUp = useStore((state) => state.lookUpRecent)
  useEffect(() => {
    if (shown) void lookUp()
  }, [shown, lookUp])
  return recent
}
