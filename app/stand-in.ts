// Stands in for those parts of the library that are still being written; goes when src/index.ts is there.
import type { NewIds } from '../src/editing/new-ids.ts'
import type { Placed } from '../src/editing/place.ts'
import type { Box, Design, Question } from '../src/design/design.ts'
import type { Ref, ResourceId } from '../src/design/resource.ts'
import type { Phrase } from '../src/design/phrase.ts'
import { createView, type View } from '../src/design/view.ts'
import type { Answer, Fix, Verdict } from '../src/forwarding/answer.ts'
import type { Program } from '../src/forwarding/program.ts'
import type { Finding } from '../src/kinds/kind.ts'

export interface Network { readonly design: Design; readonly view: View; readonly program: Program }
export type AskResult =
  | { readonly ok: true; readonly answer: Answer }
  | { readonly ok: false; readonly problem: Phrase; readonly field: 'from' | 'to' | 'protocol' | 'port' | 'sourcePort'; readonly suggestions: readonly string[] }
export interface Opened { readonly summary: Phrase; readonly nothing: boolean }
export interface InternetAccess { readonly out: Verdict; readonly in: Verdict; readonly outWhy: Phrase; readonly inWhy: Phrase }
export type Standing = { readonly word: string; readonly tone: 'public' | 'private' | 'isolated'; readonly why: Phrase }
export interface FieldProblem { readonly message: string; readonly from?: number; readonly to?: number; readonly suggestions: readonly { readonly value: string; readonly label: string }[] }
export const extractFromPng = (_png: Uint8Array): string | null => null
export interface Diagnostic { readonly severity: 'error' | 'warning' | 'note'; readonly where: string; readonly summary: string; readonly detail?: string; readonly fix?: string }
export interface Read { readonly design: Design | null; readonly diagnostics: readonly Diagnostic[] }
export interface SourceFile { readonly path: string; readonly text: string }

import { kinds } from '../src/kinds/index.ts'
export const viewOf = (design: Design): View => createView(design, (name) => kinds.get(name)?.fields)
export const analyse = (design: Design): Network => ({ design, view: viewOf(design), program: undefined as unknown as Program })
export const ask = (_network: Network, _question: Question): AskResult => ({ ok: false, problem: ['Not there yet'], field: 'from', suggestions: [] })
export const fixesFor = (_n: Network, _a: Answer, _ids: NewIds): readonly (readonly Fix[])[] => []
export const alsoOpens = (_b: Network, _a: Network, _asked: Answer): Opened => ({ summary: ['nothing else'], nothing: true })
export const internetAccess = (network: Network, _only?: readonly ResourceId[]): ReadonlyMap<ResourceId, InternetAccess> =>
  new Map([...network.view.of('instance'), ...network.view.of('bastion')].map((r) => [r.id, { out: r.name.startsWith('db') ? 'blocked' : 'reachable', in: r.name === 'bastion' ? 'reachable' : 'blocked', outWhy: ['why'], inWhy: ['why'] }]))
export const review = (_network: Network, _ids: NewIds): readonly Finding[] => []
export const duplicate = (design: Design, ids: readonly ResourceId[]): { design: Design; ids: readonly ResourceId[] } => ({ design, ids })
export const reparent = (design: Design, id: ResourceId, parent: ResourceId | null, box: Box): Placed => {
  const resource = design.resources[id]
  return resource ? { ok: true, id, design: { ...design, resources: { ...design.resources, [id]: { ...resource, parent } }, layout: { ...design.layout, [id]: box } } } : { ok: false, why: ['gone'] }
}
export const checkField = (_d: Design, _id: ResourceId, _f: string, _t: string, _r?: string, _c?: string): FieldProblem | null => null
export const readAny = (_files: readonly SourceFile[]): Read => ({ design: null, diagnostics: [] })
export const readDesign = (text: string): Read => ({ design: (JSON.parse(text) as { design: Design }).design, diagnostics: [] })
export const writeDesign = (design: Design): string => JSON.stringify({ design })
export interface SvgOptions { readonly theme?: 'light' | 'dark' }
export const writeSvg = (_design: Design, _options: SvgOptions): string => '<svg xmlns="http://www.w3.org/2000/svg"/>'
export const embedInPng = (png: Uint8Array, _design: string): Uint8Array => png
export type { Ref }
