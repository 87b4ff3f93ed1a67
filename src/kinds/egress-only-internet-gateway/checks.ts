import type { Finding } from '../kind.ts'

export const checkEgressOnlyInternetGateway = (): readonly Finding[] => []
