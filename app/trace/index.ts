export { TracePanel } from './trace-panel.tsx'
export { TracePlayer } from './trace-player.tsx'
