import type { Finding } from '../kind.ts'

export const checkSecurityGroup = (): readonly Finding[] => []
