// Reads a design file. Either the whole file is good and becomes a design, or every fault in it is told.
import type { Box, Design, Question } from '../../design/design.ts'
import type { FieldValue } from '../../design/resource.ts'
import type { Kinds } from '../../kinds/kind.ts'
import { isError, type Read } from '../diagnostic.ts'
import { parseJson } from '../json-text.ts'
import { boxSchema, fileVersion, questionSchema, versionsSchema } from './file-schema.ts'
import { versionProblems } from './migrate.ts'
import { readRecord } from './read-record.ts'
import { checked, each, fail, hintAtKeys, isObject, type Reading, type Values } from './reading.ts'
import { relationProblems } from './relations.ts'

const topLevel = ['$schema', 'pathlight', 'name', 'kinds', 'resources', 'layout', 'question']

type LayOut = (design: Design) => Design

/** With errors the design is null; warnings and notes leave it usable. `layOut` places what a file does not. */
export function readDesignWith(kinds: Kinds, layOut: LayOut): (text: string) => Read {
  return (text) => {
    const parsed = parseJson(text, '')
    return parsed.ok
      ? readParsed(parsed.value, kinds, layOut)
      : { design: null, diagnostics: [parsed.problem] }
  }
}

/** A design as an earlier program may have kept it, with the version that each kind had then: see `versionsOf`. */
export function readKeptWith(
  kinds: Kinds,
  layOut: LayOut,
): (design: Design, versions: Readonly<Record<string, number>>) => Read {
  return ({ extra, ...kept }, versions) =>
    readParsed({ ...extra, ...kept, pathlight: fileVersion, kinds: versions }, kinds, layOut)
}

function readParsed(value: unknown, kinds: Kinds, layOut: LayOut): Read {
  const reading: Reading = { kinds, versions: {}, diagnostics: [] }
  const file = designFile(reading, value)
  const design = file && readFile(reading, file)
  return { design: design && layOut(design), diagnostics: reading.diagnostics }
}

function designFile(reading: Reading, file: unknown): Values | null {
  if (!isObject(file)) return fail(reading, 'top level', 'A design file is an object.')
  const version = file.pathlight
  if (version === undefined)
    return fail(reading, 'pathlight', "This is no design file: it has no 'pathlight' version.")
  if (typeof version === 'number' && version > fileVersion) {
    const summary = `The file has version ${version}; this program knows versions up to ${fileVersion}.`
    return fail(reading, 'pathlight', summary, 'Open it with a newer Pathlight.')
  }
  return version === fileVersion ? file : fail(reading, 'pathlight', `The version must be ${fileVersion}.`)
}

function readFile(before: Reading, file: Values): Design | null {
  const versions = checked(before, versionsSchema, file.kinds ?? {}, 'kinds') as Reading['versions'] | null
  const reading: Reading = { ...before, versions: versions ?? {} }
  const { kinds, diagnostics } = reading
  diagnostics.push(...versionProblems(reading.versions, kinds))
  const { name = 'Untitled' } = file
  if (typeof name !== 'string') fail(reading, 'name', 'The name must be a text.')
  const question = readQuestion(reading, file.question)
  const layout = readObject(
    reading,
    file.layout ?? {},
    'layout',
    (box, where) => checked(reading, boxSchema, box, where) as Box | null,
  )
  const resources = readObject(reading, file.resources, 'resources', (record, where, id) =>
    readRecord(reading, record, where, id),
  )
  hintAtKeys(reading, file, topLevel, '')
  diagnostics.push(
    ...relationProblems(resources, kinds, isObject(file.resources) ? Object.keys(file.resources) : []),
  )
  if (typeof name !== 'string' || diagnostics.some(isError)) return null
  const others = Object.entries(file).filter(([key]) => !topLevel.includes(key)) as [string, FieldValue][]
  return {
    name,
    resources,
    layout,
    question,
    ...(others.length === 0 ? {} : { extra: Object.fromEntries(others) }),
  }
}

function readQuestion(reading: Reading, value: unknown): Question | null {
  if (value === undefined || value === null) return null
  const question = checked(reading, questionSchema, value, 'question') as Question | null
  return question && { ...question, port: question.port ?? null, sourcePort: question.sourcePort ?? null }
}

function readObject<T>(
  reading: Reading,
  value: unknown,
  where: string,
  read: (value: unknown, where: string, id: string) => T | null,
): Readonly<Record<string, T>> {
  if (isObject(value)) return each(reading, value, where, read)
  return fail(reading, where, `'${where}' must be an object, with the ids of resources as keys.`) ?? {}
}
