import type { Finding } from '../kind.ts'

export const checkElasticIp = (): readonly Finding[] => []
