import type { Finding } from '../kind.ts'

export const checkInterfaceEndpoint = (): readonly Finding[] => []
