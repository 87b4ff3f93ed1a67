// Reads a snapshot of an account: what `aws ec2 describe-…` printed, in any number of files.
import type { Design } from '../../design/design.ts'
import { kinds } from '../../kinds/index.ts'
import type { Internet } from '../../kinds/records.ts'
import type { Read, SourceFile } from '../diagnostic.ts'
import { layOut } from '../lay-out.ts'
import { assumeRouteTables } from './assumed-routes.ts'
import { collect } from './collect.ts'
import type { Snapshot } from './snapshot.ts'
import { createDraft, type Draft } from './draft.ts'
import { addElasticIps } from './elastic-ips.ts'
import { addEndpoints } from './endpoints.ts'
import { addGateways } from './gateways.ts'
import { addInstances } from './instances.ts'
import { addInterfaces } from './interfaces.ts'
import { addNetworkAcls } from './network-acls.ts'
import { addPeerings } from './peerings.ts'
import { addPlaces } from './places.ts'
import { addPrefixLists, noteUnreadEntries } from './prefix-lists.ts'
import { addRouteTables } from './route-tables.ts'
import { addSecurityGroups } from './security-groups.ts'
import { noteOthers } from './unmodelled.ts'

/** Files in any order and of any of the outputs; what is missing is told, and assumed where that can be. Never throws. */
export function readAws(files: readonly SourceFile[]): Read {
  const snapshot = collect(files)
  if (snapshot.lists.Vpcs.length === 0 && snapshot.lists.Subnets.length === 0)
    return nothingRead(snapshot, files)
  const draft = createDraft(snapshot, kinds)
  build(draft)
  const design: Design = {
    name: nameOf(draft, files),
    resources: draft.resources(),
    layout: {},
    question: null,
  }
  return { design: layOut(design), diagnostics: draft.diagnostics() }
}

/** Owners before what they own, targets before the routes to them. */
function build(draft: Draft): void {
  draft.add('internet', 'internet', 'Internet', null, { addresses: [] } satisfies Pick<
    Internet['fields'],
    'addresses'
  >)
  const places = addPlaces(draft)
  addPrefixLists(draft, places)
  addGateways(draft, places)
  addEndpoints(draft, places)
  addPeerings(draft)
  const instances = addInstances(draft)
  const held = addInterfaces(draft, instances, places)
  addElasticIps(draft, held, places)
  addSecurityGroups(draft)
  addNetworkAcls(draft)
  addRouteTables(draft, places)
  assumeRouteTables(draft, places)
  noteUnreadEntries(draft)
  noteOthers(draft)
}

function nothingRead({ diagnostics }: Snapshot, files: readonly SourceFile[]): Read {
  // Of one file that cannot be read it is not known what it would have described.
  if (files.length === 1 && diagnostics.some(({ severity }) => severity === 'error'))
    return { design: null, diagnostics }
  const problem = {
    severity: 'error' as const,
    where: 'the snapshot',
    summary: 'No VPC and no subnet is described in these files.',
    fix: 'See docs/reading-an-account.md for the commands that describe an account.',
  }
  return { design: null, diagnostics: [...diagnostics, problem] }
}

/** The folder all files are in, or the only VPC. */
function nameOf(draft: Draft, files: readonly SourceFile[]): string {
  const vpcs = draft.of('vpc')
  const folders = new Set(files.map((file) => file.path.split('/').slice(0, -1)[0] ?? ''))
  const [folder = ''] = folders
  if (folders.size === 1 && folder !== '' && folder !== '.') return folder
  return vpcs.length === 1 ? vpcs[0]!.name : 'AWS account'
}
