import type { Finding } from '../kind.ts'

export const checkInstance = (): readonly Finding[] => []
