// Snapshots of an AWS account.
export { readAws } from './read-aws.ts'
