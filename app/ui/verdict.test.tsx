import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { VerdictPill } from './verdict.tsx'

test.each([
  ['stopped', 'Partial'],
  ['unknown', 'Partial, the rest unknown'],
  ['mixed', 'Partial, some of the rest unknown'],
] as const)('a partial answer whose rest is %s reads "%s"', (rest, words) => {
  const html = renderToStaticMarkup(<VerdictPill verdict="partial" rest={rest} />)
  expect(html.replaceAll(/<[^>]*>/g, '')).toBe(words)
})

test('any other verdict is one word', () => {
  const html = renderToStaticMarkup(<VerdictPill verdict="one-way" rest={null} />)
  expect(html.replaceAll(/<[^>]*>/g, '')).toBe('One-way')
})
