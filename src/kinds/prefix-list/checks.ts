import type { Finding } from '../kind.ts'

export const checkPrefixList = (): readonly Finding[] => []
