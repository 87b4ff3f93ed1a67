import { expect, test } from 'vitest'
import { titles } from './blocker-title.ts'

const pages = import.meta.glob<string>('../../src/kinds/*/*.md', {
  query: '?raw',
  import: 'default',
  eager: true,
})

test.each(Object.keys(titles))('%s is a reason that some kind gives', (code) => {
  expect(Object.values(pages).some((page) => page.includes(`\`${code}\``))).toBe(true)
})
