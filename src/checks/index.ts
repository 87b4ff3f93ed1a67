export { checks } from './list.ts'
export { review } from './review.ts'
