// From files to lists of items. What a file holds is told by its keys, not by its name; its folders may tell a Region.
import type { SourceFile } from '../diagnostic.ts'
import { parseJson } from '../json-text.ts'
import { emptyGathering, gatherEntries, gatherList, giveList, type Gathering } from './gathering.ts'
import { collectorLists, readLists, type From, type ListName, type Snapshot } from './snapshot.ts'
import { isObject, regionIn, tidy, type Values } from './tidy.ts'

export function collect(files: readonly SourceFile[]): Snapshot {
  const gathering = emptyGathering()
  // In the order of their paths, so that the same folder always gives the same design.
  const parts: Part[] = []
  for (const file of files.toSorted((a, b) => (a.path < b.path ? -1 : 1))) readFile(gathering, file, parts)
  for (const { folder, list, goesOn } of parts)
    // Pages of one list lie in one folder, and the last one does not go on.
    if (goesOn && !parts.some((one) => one.folder === folder && one.list === list && !one.goesOn))
      gathering.cutShort.add(list)
  return gathering
}

/** A list in a file, which may be one page of several. */
interface Part {
  readonly folder: string
  readonly list: ListName
  readonly goesOn: boolean
}

function readFile(gathering: Gathering, { path, text }: SourceFile, parts: Part[]): void {
  const say = (severity: 'warning' | 'note', summary: string, fix?: string) =>
    gathering.diagnostics.push({ severity, where: path, summary, ...(fix === undefined ? {} : { fix }) })
  if (text.trim() === '')
    return void say('warning', 'The file is empty.', 'See whether the command that wrote it failed.')
  const parsed = parseJson(text, path)
  if (!parsed.ok) {
    if (/\.json$/i.test(path) || /^\s*[[{]/.test(text)) gathering.diagnostics.push(parsed.problem)
    else say('note', 'This is not JSON and is not read.')
    return
  }
  const value = tidy(parsed.value)
  if (!isObject(value))
    return void say('warning', 'This is not what `aws … --output json` prints: an object is expected.')
  const folder = path.split('/').slice(0, -1).join('/')
  parts.push(...partsOf(value, folder))
  if (!readObject(gathering, value, path, { folder, region: regionIn(path) }, 0))
    say('note', 'Nothing in this file is known here.')
}

function partsOf(value: Values, folder: string): readonly Part[] {
  const goesOn = value.NextToken !== undefined
  return Object.keys(value).flatMap((key) => {
    const list = key === 'Reservations' ? 'Instances' : key
    return Object.hasOwn(readLists, list) ? [{ folder, list: list as ListName, goesOn }] : []
  })
}

/** Whether anything in it was known. */
function readObject(gathering: Gathering, value: Values, where: string, from: From, depth: number): boolean {
  if (value.NextToken !== undefined)
    gathering.diagnostics.push({
      severity: 'warning',
      where,
      summary: 'The file holds only a part of its list: it ends in a NextToken.',
      fix: 'Run the command without --max-items.',
    })
  // Words as common as the collector's are its lists only where one of them is a list: else a count, in a file of notes.
  const isCollected = Object.keys(collectorLists).some((key) => Array.isArray(value[key]))
  return Object.entries(value)
    .map(([key, inner]) => {
      const at = `${where}: ${key}`
      if (Array.isArray(inner)) return readArray(gathering, key, inner, value, at, from)
      const isMissing = isCollected && Object.hasOwn(collectorLists, key)
      if (isMissing || Object.hasOwn(readLists, key) || key === 'Reservations')
        gathering.diagnostics.push({ severity: 'error', where: at, summary: `'${key}' must be a list.` })
      if (isObject(inner)) return readNested(gathering, key, inner, value, at, from, depth)
      return false
    })
    .includes(true)
}

function readArray(
  gathering: Gathering,
  key: string,
  items: readonly unknown[],
  beside: Values,
  where: string,
  from: From,
): boolean {
  const collector = Object.hasOwn(collectorLists, key) ? collectorLists[key] : undefined
  if (collector !== undefined) gathering.fromCollector = true
  const name = collector ?? (Object.hasOwn(readLists, key) ? (key as ListName) : undefined)
  if (name !== undefined) gatherList(gathering, name, items, where, from)
  else if (key === 'Reservations') readReservations(gathering, items, where, from)
  else if (key === 'Entries') gatherEntries(gathering, items, beside, where)
  else gathering.others.push({ key, items, where })
  return true
}

function readReservations(gathering: Gathering, items: readonly unknown[], where: string, from: From): void {
  giveList(gathering, 'Instances', from.folder)
  items.forEach((reservation, index) => {
    const at = `${where}[${index}]`
    const instances = isObject(reservation) ? reservation.Instances : undefined
    if (Array.isArray(instances)) gatherList(gathering, 'Instances', instances, `${at}.Instances`, from)
    else
      gathering.diagnostics.push({
        severity: 'error',
        where: at,
        summary: 'A reservation must hold a list of Instances.',
      })
  })
}

/** An attribute of a VPC, a setting of the account, or a Region or account beside others in one file. */
function readNested(
  gathering: Gathering,
  key: string,
  inner: Values,
  beside: Values,
  where: string,
  from: From,
  depth: number,
): boolean {
  if ((key === 'EnableDnsSupport' || key === 'EnableDnsHostnames') && typeof beside.VpcId === 'string') {
    gathering.attributes.set(beside.VpcId, { ...gathering.attributes.get(beside.VpcId), [key]: inner })
    return true
  }
  if (key === 'VpcBlockPublicAccessOptions') {
    const mode = typeof inner.InternetGatewayBlockMode === 'string' ? inner.InternetGatewayBlockMode : 'off'
    if (mode === 'off') return true
    gathering.publicAccessBlocked.add(
      typeof inner.AwsRegion === 'string' ? inner.AwsRegion : (from.region ?? ''),
    )
    const summary = `VPC Block Public Access is on (${mode}) and not modelled: answers through internet gateways are "unknown".`
    gathering.diagnostics.push({ severity: 'warning', where, summary })
    return true
  }
  const within = { folder: `${from.folder}/${key}`, region: regionIn(key) ?? from.region }
  return depth < 4 && readObject(gathering, inner, where, within, depth + 1)
}
