import type { Finding } from '../kind.ts'

export const checkNetworkInterface = (): readonly Finding[] => []
