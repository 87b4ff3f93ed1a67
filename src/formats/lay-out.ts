// Where readers that find no layout get one.
export { arrange as layOut } from '../layout/index.ts'
