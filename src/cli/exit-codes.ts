// What the program's end says to scripts.
export const exitCodes = { good: 0, notReachable: 1, unusable: 2, unknown: 3 } as const
