import type { Finding } from '../kind.ts'

export const checkRouteTable = (): readonly Finding[] => []
