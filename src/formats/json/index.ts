// The design file: read, written, and described as a JSON Schema.
import { kinds } from '../../kinds/index.ts'
import { layOut } from '../lay-out.ts'
import { jsonSchema } from './file-schema.ts'
import { readDesignWith, readKeptWith } from './read-design.ts'
import { writeDesignWith } from './write-design.ts'

/** Every fault is told with its place; with an error the design is null. Never throws. */
export const readDesign = readDesignWith(kinds, layOut)
/** The same for a design that was kept as data, given the versions that were kept with it. */
export const readKept = readKeptWith(kinds, layOut)
/** The text of a design file: the same for the same design, and read back the same. */
export const writeDesign = writeDesignWith(kinds)
export const designSchema = (): string => jsonSchema(kinds)
