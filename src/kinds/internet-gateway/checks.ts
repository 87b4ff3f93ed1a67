import type { Finding } from '../kind.ts'

export const checkInternetGateway = (): readonly Finding[] => []
