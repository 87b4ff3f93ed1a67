export type { Check, CheckContext } from './check.ts'
export { checks } from './list.ts'
export { review, type Ids } from './review.ts'
