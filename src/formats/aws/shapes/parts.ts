// What the shapes are made of. A value is `text`, `whole` or a `flag`; ids and zones are narrower, being parts of ids.
import * as z from 'zod'
import { isResourceId } from '../../../design/resource.ts'
import { isReservedName } from '../../json-text.ts'

/** Ids are opaque: some real files have them without AWS's prefixes. */
export const id = z
  .string()
  .max(255, { error: 'is no id' })
  .refine(isResourceId, { error: 'is no id' })
  .refine((text) => !isReservedName(text), { error: 'cannot be an id' })
export const text = z.string()
export const flag = z.boolean()
/** It becomes a part of an id. */
export const zone = z
  .string()
  .regex(/^[a-z0-9-]{1,60}$/)
  .optional()
  .catch(undefined)
export const whole = z.number()
/** What only decorates: a wrong type here costs the decoration, not the resource. */
export const tags = z
  .array(z.looseObject({ Key: text, Value: text.optional() }))
  .optional()
  .catch(undefined)
export const state = z
  .looseObject({ State: text.optional(), Code: text.optional() })
  .optional()
  .catch(undefined)
export const list = <T extends z.ZodType>(item: T) => z.array(item).default([])
