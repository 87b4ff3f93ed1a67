// The design file: read, written, and described as a JSON Schema.
import { kinds } from '../../kinds/index.ts'
import { layOut } from '../lay-out.ts'
import { jsonSchema } from './file-schema.ts'
import { readDesignWith, readKeptWith } from './read-design.ts'
import { writeDesignWith } from './write-design.ts'

export const readDesign = readDesignWith(kinds, layOut)
export const readKept = readKeptWith(kinds, layOut)
export const writeDesign = writeDesignWith(kinds)
export const designSchema = (): string => jsonSchema(kinds)
