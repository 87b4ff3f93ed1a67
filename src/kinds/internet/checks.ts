import type { Finding } from '../kind.ts'

export const checkInternet = (): readonly Finding[] => []
