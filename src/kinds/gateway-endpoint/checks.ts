import type { Finding } from '../kind.ts'

export const checkGatewayEndpoint = (): readonly Finding[] => []
