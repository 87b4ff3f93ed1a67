export { PalettePanel } from './palette-panel.tsx'
