// What AWS does not accept is found by the design review, and what it accepts is not.
import { expect, test } from 'vitest'
import { kinds } from '../../kinds/index.ts'
import { viewOf } from '../../kinds/analyse.ts'
import { design } from '../notation.ts'
import { invalid } from './invalid.ts'

test.each(invalid.map((one, index) => [one.id, index, one] as const))(
  '%s (%i)',
  (_, __, { setup, found }) => {
    const read = design(setup)
    const view = viewOf(read)
    const errors = Object.values(read.resources)
      .flatMap((resource) => kinds.get(resource.kind)?.checks?.(resource, view) ?? [])
      .filter(({ severity }) => severity === 'error')
      .map(({ check }) => check)
    if (found.length === 0) expect(errors).toEqual([])
    else
      expect(
        errors.some((check) => found.includes(check)),
        `found ${errors.join(' ') || 'nothing'}, not ${found.join(' or ')}`,
      ).toBe(true)
  },
)
