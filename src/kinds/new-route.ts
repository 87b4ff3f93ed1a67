import { newRowId } from './make.ts'
import type { Route } from './records.ts'

/** A static route, with an id that none of the rows has. */
export const newRoute = (rows: readonly Route[], destination: string, target: string): Route => ({
  id: newRowId(rows),
  destination,
  target,
  origin: 'static',
  state: 'active',
})

/** The routes, with one of them leading elsewhere. */
export const ledTo = (routes: readonly Route[], { id }: Route, target: string): readonly Route[] =>
  routes.map((route) => (route.id === id ? { ...route, target, origin: 'static', state: 'active' } : route))
