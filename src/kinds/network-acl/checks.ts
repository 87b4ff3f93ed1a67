import type { Finding } from '../kind.ts'

export const checkNetworkAcl = (): readonly Finding[] => []
