import type { Finding } from '../kind.ts'

export const checkNatGateway = (): readonly Finding[] => []
