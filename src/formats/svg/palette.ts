// The colours of the tokens, resolved: a standalone picture has no style sheet to ask.

export type Theme = 'light' | 'dark'

const pairs = {
  canvas: ['#f5f6f8', '#0e1014'],
  dot: ['#d3d8e0', '#262b34'],
  surface: ['#ffffff', '#171a20'],
  sunken: ['#f3f5f8', '#101318'],
  line: ['#e2e6ec', '#282d37'],
  lineStrong: ['#c6cdd8', '#3d4552'],
  ink: ['#191c22', '#eceef2'],
  ink2: ['#4a5260', '#b3bac6'],
  ink3: ['#646d7c', '#8d96a5'],
  light: ['#ffb020', '#ffc24a'],
  lightEdge: ['#9c5f00', '#ffc24a'],
  lightHalo: ['rgba(255,176,32,.26)', 'rgba(255,190,70,.24)'],
  onLight: ['#221600', '#221600'],
  reply: ['#1f5fd0', '#7fb0ff'],
  replyTint: ['#eaf1fd', '#16223a'],
  reachable: ['#14733f', '#5fd08d'],
  blocked: ['#bd1f2d', '#ff7d83'],
  blockedTint: ['#fdeaeb', '#331519'],
  unknown: ['#56606f', '#a6afbd'],
  unknownTint: ['#eef1f4', '#20252d'],
  oneWay: ['#a8480c', '#ff9f66'],
  shade: ['rgba(20,26,38,.05)', 'rgba(0,0,0,.3)'],
  'region-line': ['#00a4a6', '#00a4a6'],
  'region-ink': ['#00696b', '#4fd0d2'],
  'region-tint': ['none', 'none'],
  'az-line': ['#00a4a6', '#00a4a6'],
  'az-ink': ['#00696b', '#4fd0d2'],
  'az-tint': ['none', 'none'],
  'vpc-line': ['#8c4fff', '#9d6bff'],
  'vpc-ink': ['#6930d8', '#bfa0ff'],
  'vpc-tint': ['#fbfcfd', '#121419'],
  'public-line': ['#7aa116', '#7aa116'],
  'public-ink': ['#4a650a', '#b3d85a'],
  'public-tint': ['rgba(134,182,20,.085)', 'rgba(134,182,20,.1)'],
  'private-line': ['#00a4a6', '#00a4a6'],
  'private-ink': ['#00696b', '#4fd0d2'],
  'private-tint': ['rgba(0,164,166,.06)', 'rgba(0,164,166,.085)'],
  'isolated-line': ['#7383a6', '#7f8db0'],
  'isolated-ink': ['#46536f', '#b4bfd6'],
  'isolated-tint': ['rgba(72,98,172,.055)', 'rgba(120,145,210,.08)'],
  'group-1': ['#c2255c', '#ff8fb3'],
  'group-2': ['#6741d9', '#b9a1ff'],
  'group-3': ['#0b6f86', '#66d0e6'],
  'group-4': ['#4b7a0b', '#a9d86a'],
  'group-5': ['#8a5a16', '#e0b26d'],
  'group-6': ['#9c36b5', '#e59bf5'],
  'group-7': ['#2b5fb8', '#93b8ff'],
  'group-8': ['#56606f', '#b3bac6'],
} as const

export type ColourName = keyof typeof pairs
export type Palette = (name: ColourName) => string

export function paletteOf(theme: Theme): Palette {
  return (name) => pairs[name][theme === 'light' ? 0 : 1]
}

export const font =
  "system-ui, -apple-system, 'Segoe UI', Inter, 'Apple SD Gothic Neo', 'Malgun Gothic', 'Noto Sans KR', 'Noto Sans CJK KR', sans-serif"
export const mono =
  "ui-monospace, 'SF Mono', 'Cascadia Mono', 'JetBrains Mono', Menlo, Consolas, D2Coding, 'Noto Sans Mono CJK KR', monospace"
