import type { Finding } from '../kind.ts'

export const checkSubnet = (): readonly Finding[] => []
