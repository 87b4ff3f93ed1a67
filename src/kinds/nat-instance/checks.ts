import type { Finding } from '../kind.ts'

export const checkNatInstance = (): readonly Finding[] => []
