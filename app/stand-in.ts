// Stands in for those parts of the library that are still being written; goes when src/index.ts is there.
import type { Box, Design, Question } from '../src/design/design.ts'
import type { FieldValue, Ref, Resource, ResourceId } from '../src/design/resource.ts'
import type { Phrase } from '../src/design/phrase.ts'
import { createView, type View } from '../src/design/view.ts'
import type { Answer, Fix, Verdict } from '../src/forwarding/answer.ts'
import type { Program } from '../src/forwarding/program.ts'
import type { Category, Finding, Kind, Kinds, Placement } from '../src/kinds/kind.ts'

export interface Network { readonly design: Design; readonly view: View; readonly program: Program }
export interface NewIds { newId(kind: string): ResourceId; newName(stem: string): string }
export type AskResult =
  | { readonly ok: true; readonly answer: Answer }
  | { readonly ok: false; readonly problem: Phrase; readonly field: 'from' | 'to' | 'protocol' | 'port' | 'sourcePort'; readonly suggestions: readonly string[] }
export interface Opened { readonly summary: Phrase; readonly nothing: boolean }
export interface InternetAccess { readonly out: Verdict; readonly in: Verdict; readonly outWhy: Phrase; readonly inWhy: Phrase }
export type Standing = { readonly word: string; readonly tone: 'public' | 'private' | 'isolated'; readonly why: Phrase }
export type Placed = { readonly ok: true; readonly design: Design; readonly id: ResourceId } | { readonly ok: false; readonly why: Phrase; readonly fix?: Fix }
export type Legality = { readonly ok: true; readonly parent: ResourceId | null } | { readonly ok: false; readonly why: string; readonly instead: ResourceId | null }
export interface FieldProblem { readonly message: string; readonly from?: number; readonly to?: number; readonly suggestions: readonly { readonly value: string; readonly label: string }[] }
export interface Diagnostic { readonly severity: 'error' | 'warning' | 'note'; readonly where: string; readonly summary: string; readonly detail?: string; readonly fix?: string }
export interface Read { readonly design: Design | null; readonly diagnostics: readonly Diagnostic[] }
export interface SourceFile { readonly path: string; readonly text: string }

const kind = (name: string, title: string, category: Category, shape: Placement['shape'], inside: readonly string[], size: [number, number], awsIcon?: string): [string, Kind] => [
  name,
  {
    name, title, description: `${title}.`, category, palette: 1, ...(awsIcon ? { awsIcon } : {}),
    placement: { in: inside, shape, why: `${title} does not go there.`, size: { width: size[0], height: size[1] } },
    fields: {}, version: 1, migrations: [],
    create: () => ({ refused: ['stand-in'] }),
    ...(name === 'subnet' ? { standing: (r: Resource) => {
      const word = r.name.startsWith('public') ? 'public' : r.name.startsWith('app') ? 'private' : 'isolated'
      return { word, tone: word, why: [`It is ${word}.`] } as Standing
    } } : {}),
  },
]
export const kinds: Kinds = new Map([
  kind('region', 'Region', 'containers', 'container', ['canvas'], [872, 672], 'Region'),
  kind('vpc', 'VPC', 'containers', 'container', ['region'], [824, 594], 'VirtualprivatecloudVPC'),
  kind('availability-zone', 'Availability Zone', 'containers', 'container', ['vpc'], [382, 508]),
  kind('subnet', 'Subnet', 'containers', 'container', ['availability-zone', 'vpc'], [358, 134], 'Privatesubnet'),
  kind('instance', 'Instance', 'resources', 'card', ['subnet'], [100, 82], 'AmazonEC2Instance'),
  kind('bastion', 'Bastion host', 'resources', 'card', ['subnet'], [100, 82], 'AmazonEC2Instance'),
  kind('nat-gateway', 'NAT gateway', 'gateways', 'card', ['subnet'], [100, 82], 'AmazonVPCNATGateway'),
  kind('internet-gateway', 'Internet gateway', 'gateways', 'border-top', ['vpc'], [147, 44], 'AmazonVPCInternetGateway'),
  kind('gateway-endpoint', 'Gateway endpoint', 'gateways', 'border-bottom', ['vpc'], [154, 40], 'AmazonVPCEndpoints'),
  kind('vpc-peering', 'Peering connection', 'gateways', 'between', ['region', 'canvas'], [147, 44], 'AmazonVPCPeeringConnection'),
  kind('internet', 'Internet', 'outside', 'card', ['canvas'], [157, 44]),
  kind('network-interface', 'Network interface', 'resources', 'none', ['subnet'], [0, 0]),
  kind('security-group', 'Security group', 'rules', 'none', ['vpc'], [0, 0]),
])
export const viewOf = (design: Design): View => createView(design, (name) => (name === 'network-interface' ? { attachedTo: { type: 'reference', kinds: [], label: '' } } : {}))
export const analyse = (design: Design): Network => ({ design, view: viewOf(design), program: undefined as unknown as Program })
export const ask = (_network: Network, _question: Question): AskResult => ({ ok: false, problem: ['Not there yet'], field: 'from', suggestions: [] })
export const newIds = (design: Design): NewIds => ({
  newId: (k) => { let n = 1; while (design.resources[`${k}-${n}`]) n++; return `${k}-${n}` },
  newName: (stem) => stem,
})
export const fixesFor = (_n: Network, _a: Answer, _ids: NewIds): readonly (readonly Fix[])[] => []
export const alsoOpens = (_b: Network, _a: Network, _asked: Answer): Opened => ({ summary: ['nothing else'], nothing: true })
export const internetAccess = (network: Network, _only?: readonly ResourceId[]): ReadonlyMap<ResourceId, InternetAccess> =>
  new Map([...network.view.of('instance'), ...network.view.of('bastion')].map((r) => [r.id, { out: r.name.startsWith('db') ? 'blocked' : 'reachable', in: r.name === 'bastion' ? 'reachable' : 'blocked', outWhy: ['why'], inWhy: ['why'] }]))
export const review = (_network: Network, _ids: NewIds): readonly Finding[] => []
export function whereTo(design: Design, name: string, over: ResourceId | null): Legality {
  const takes = kinds.get(name)?.placement.in ?? []
  const kindOf = (id: ResourceId | null) => (id === null ? 'canvas' : (design.resources[id]?.kind ?? 'canvas'))
  if (takes.includes(kindOf(over))) return { ok: true, parent: over }
  for (let at = over; at !== null; at = design.resources[at]?.parent ?? null) if (takes.includes(kindOf(at))) return { ok: false, why: `${kinds.get(name)?.title} does not go there.`, instead: at }
  return { ok: false, why: `${kinds.get(name)?.title} does not go there.`, instead: null }
}
export function place(design: Design, name: string, parent: ResourceId | null, box?: Partial<Box>): Placed {
  const id = newIds(design).newId(name)
  const size = kinds.get(name)?.placement.size ?? { width: 100, height: 82 }
  return { ok: true, id, design: { ...design, resources: { ...design.resources, [id]: { id, kind: name, name: id, parent, fields: {} } }, layout: { ...design.layout, [id]: { x: 20, y: 40, ...size, ...box } } } }
}
export const removalOf = (design: Design, ids: readonly ResourceId[]): readonly ResourceId[] => {
  const gone = new Set(ids)
  for (let grew = true; grew; ) { grew = false; for (const r of Object.values(design.resources)) if (r.parent && gone.has(r.parent) && !gone.has(r.id)) { gone.add(r.id); grew = true } }
  return [...gone]
}
export const remove = (design: Design, ids: readonly ResourceId[]): Design => {
  const gone = new Set(removalOf(design, ids))
  const keep = <T>(records: Readonly<Record<string, T>>) => Object.fromEntries(Object.entries(records).filter(([id]) => !gone.has(id)))
  return { ...design, resources: keep(design.resources), layout: keep(design.layout) }
}
export const duplicate = (design: Design, ids: readonly ResourceId[]): { design: Design; ids: readonly ResourceId[] } => ({ design, ids })
export const reparent = (design: Design, id: ResourceId, parent: ResourceId | null, box: Box): Placed => {
  const resource = design.resources[id]
  return resource ? { ok: true, id, design: { ...design, resources: { ...design.resources, [id]: { ...resource, parent } }, layout: { ...design.layout, [id]: box } } } : { ok: false, why: ['gone'] }
}
export const moveTo = (design: Design, boxes: Readonly<Record<ResourceId, Box>>): Design => ({ ...design, layout: { ...design.layout, ...boxes } })
export const setField = (design: Design, id: ResourceId, field: string, value: FieldValue): Design => {
  const resource = design.resources[id]
  return resource ? { ...design, resources: { ...design.resources, [id]: { ...resource, fields: { ...resource.fields, [field]: value } } } } : design
}
export const rename = (design: Design, id: ResourceId, name: string): Design => {
  const resource = design.resources[id]
  return resource ? { ...design, resources: { ...design.resources, [id]: { ...resource, name } } } : design
}
export const checkField = (_d: Design, _id: ResourceId, _f: string, _t: string, _r?: string, _c?: string): FieldProblem | null => null
export const arrange = (design: Design, _within?: ResourceId): Design => design
export const shownOn = (design: Design, id: ResourceId): Placement['shape'] => kinds.get(design.resources[id]?.kind ?? '')?.placement.shape ?? 'none'
export const readAny = (_files: readonly SourceFile[]): Read => ({ design: null, diagnostics: [] })
export const readDesign = (text: string): Read => ({ design: (JSON.parse(text) as { design: Design }).design, diagnostics: [] })
export const writeDesign = (design: Design): string => JSON.stringify({ design })
export interface SvgOptions { readonly theme?: 'light' | 'dark' }
export const writeSvg = (_design: Design, _options: SvgOptions): string => '<svg xmlns="http://www.w3.org/2000/svg"/>'
export const embedInPng = (png: Uint8Array, _design: string): Uint8Array => png
export function absoluteBoxes(design: Design): ReadonlyMap<ResourceId, Box> {
  const boxes = new Map<ResourceId, Box>()
  const boxOf = (id: ResourceId): Box | undefined => {
    const known = boxes.get(id)
    const own = design.layout[id]
    if (known || !own) return known
    const parent = design.resources[id]?.parent
    const base = parent ? boxOf(parent) : undefined
    const box = base ? { ...own, x: own.x + base.x, y: own.y + base.y } : own
    boxes.set(id, box)
    return box
  }
  for (const id of Object.keys(design.layout)) boxOf(id)
  return boxes
}
export type { Ref }
