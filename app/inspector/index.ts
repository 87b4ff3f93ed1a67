export { RightPanel } from './right-panel.tsx'
