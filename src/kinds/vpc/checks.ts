import type { Finding } from '../kind.ts'

export const checkVpc = (): readonly Finding[] => []
