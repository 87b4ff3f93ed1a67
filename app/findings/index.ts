export { FindingsPanel } from './findings-panel.tsx'
export { FindingRow } from './finding-row.tsx'
