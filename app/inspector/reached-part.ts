/** Revealed as the part of a resource, it opens the question who can reach it. */
export const reachedPart = 'reached'
