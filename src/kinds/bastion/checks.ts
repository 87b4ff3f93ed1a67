import type { Finding } from '../kind.ts'

export const checkBastion = (): readonly Finding[] => []
