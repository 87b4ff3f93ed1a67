export { TopLeft } from './top-left.tsx'
export { TopRight } from './top-right.tsx'
