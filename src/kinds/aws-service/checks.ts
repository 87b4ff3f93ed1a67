import type { Finding } from '../kind.ts'

export const checkAwsService = (): readonly Finding[] => []
