export { checkCompute as checkInstance } from '../compute-checks.ts'
