import type { Finding } from '../kind.ts'

export const checkUnmodelled = (): readonly Finding[] => []
