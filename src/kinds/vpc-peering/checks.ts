import type { Finding } from '../kind.ts'

export const checkVpcPeering = (): readonly Finding[] => []
