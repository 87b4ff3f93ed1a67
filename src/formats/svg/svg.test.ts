import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Design } from '../../design/design.ts'
import { rename } from '../../editing/rename.ts'
import { arrange } from '../../layout/arrange.ts'
import { drawingOf } from '../../layout/drawing.ts'
import { routePaths } from '../../layout/paths.ts'
import { shop } from '../../layout/sample-designs.ts'
import { readDesign } from '../json/index.ts'
import { designInPng, embedInPng } from './design-in-png.ts'
import { designInSvg } from './design-in-svg.ts'
import { exportScale } from './export-scale.ts'
import { fitted, widthOf } from './letters.ts'
import { svgSize, writeSvg } from './write-svg.ts'
import { escapeXml, unescapeXml } from './xml.ts'

const design = arrange(shop())

/** What keeps a text from being XML: tags that do not match, a stray angle bracket or ampersand, a letter that is not allowed. */
function broken(xml: string): string | null {
  const open: string[] = []
  const rest = xml.replaceAll(
    /<(\/?)([a-zA-Z][\w:-]*)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/g,
    (_whole, closing: string, name: string, _attributes: string, empty: string) => {
      if (closing !== '') {
        if (open.pop() !== name) open.push(`${name}?`)
      } else if (empty === '') open.push(name)
      return ''
    },
  )
  if (open.length > 0) return `unbalanced: ${open.join(' ')}`
  const stray = /[<>]|&(?!(?:amp|lt|gt|quot|#39);)/.exec(rest)
  if (stray) return `stray ${rest.slice(Math.max(0, stray.index - 20), stray.index + 20)}`
  const codes = Array.from(xml, (letter) => letter.codePointAt(0) ?? 0)
  const wrong = codes.find(
    (code) =>
      (code < 32 && ![9, 10, 13].includes(code)) ||
      (code >= 0xd800 && code <= 0xdfff) ||
      code === 0xfffe ||
      code === 0xffff,
  )
  return wrong === undefined ? null : `letter ${wrong}, which XML does not allow`
}

describe('the picture', () => {
  test.each(['light', 'dark'] as const)(
    'shows every resource that is drawn, by name, and is XML (%s)',
    (theme) => {
      const svg = writeSvg(design, { theme })
      expect(broken(svg)).toBeNull()
      for (const { id, name } of drawingOf(design).all) {
        expect(svg).toContain(`data-id="${id}"`)
        expect(svg).toContain(`>${name}<`)
      }
    },
  )

  test('a long name gives way to the CIDR beside it', () => {
    const svg = writeSvg(
      rename(design, 'app-a', 'a name that is longer than any head of a subnet has room for'),
    )
    expect(svg).toMatch(/>a name that[^<]*…<.*>10\.0\.10\.0\/24</)
  })

  test('a name that would run under the gateway on its border ends before it, and so does the CIDR', () => {
    const long = rename(design, 'main', 'a VPC whose name is longer than half of it is wide, beyond doubt')
    const [id, gateway] = Object.entries(long.layout).find(([, { y }]) => y < 0)!
    const name = /<tspan[^>]*>(a VPC whose[^<]*…)</.exec(writeSvg(long))?.[1] ?? ''
    const cidr = widthOf('10.0.0.0/16', { size: 11, mono: true })
    expect(long.resources[id]?.kind).toBe('internet-gateway')
    expect(29 + widthOf(name, { size: 12, weight: 600 }) + 8 + cidr).toBeLessThanOrEqual(gateway.x)
  })

  test('is the same each time, and as large as what is in it', () => {
    expect(writeSvg(design)).toBe(writeSvg(arrange(shop())))
    expect(writeSvg(design, { scale: 2 })).toContain(`width="${svgSize(design).width * 2}"`)
    expect(svgSize(design)).toEqual({ width: 872 + 64, height: 64 + 670 + 64 })
  })

  test('says what the subnets are, which groups the cards carry and which addresses they have', () => {
    const svg = writeSvg(design)
    for (const text of [
      'public',
      'private',
      'isolated',
      'default',
      '10.0.10.11',
      '10.0.0.0/16',
      'any public address',
      'Internet gateway',
    ]) {
      expect(svg).toContain(`>${text}<`)
    }
  })

  test('shows badges, icons and a path where they are given, and dims the rest', () => {
    const paths = routePaths(design, ['app-1', 'nat-a', 'igw-main', 'internet'])
    const plain = writeSvg(design)
    const svg = writeSvg(design, {
      icons: (kind) =>
        kind === 'instance'
          ? 'data:image/svg+xml;base64,AAAA'
          : '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="M0 0h24"/></svg>',
      access: new Map([['app-1', { out: 'reachable', in: 'blocked' }]]),
      trace: {
        stops: new Set(['app-1', 'nat-a', 'igw-main', 'internet']),
        request: paths.segments.map((segment) => segment.request.points),
        reply: paths.segments.map((segment) => segment.reply.points),
        numbers: [{ at: { x: 1, y: 2 }, number: 1, direction: 'request' }],
      },
      lit: new Set(['app-1', 'nat-a', 'igw-main', 'internet', 'main']),
    })
    expect(broken(svg)).toBeNull()
    expect(svg).toContain('href="data:image/svg+xml;base64,AAAA"')
    expect(svg).toContain(paths.request.d)
    expect(svg).toContain('stroke-dasharray="7 5"')
    expect(svg.match(/opacity="0.3"/g)?.length).toBeGreaterThan(5)
    expect(plain).not.toContain('opacity="0.3"')
    // A name on a border keeps its ground, or the dashes would run through it.
    expect(svg).toMatch(/<rect [^>]*\/><text [^>]*text-anchor="middle" opacity="0.3"/)
  })

  test('a blocked path goes up to what stops it, and on dotted; the flag names the rule', () => {
    const [lit, beyond] = [
      [
        { x: 10, y: 90 },
        { x: 10, y: 50 },
      ],
      [
        { x: 10, y: 50 },
        { x: 10, y: 10 },
      ],
    ]
    const svg = writeSvg(design, {
      trace: {
        stops: new Set(['app-1']),
        request: [lit],
        intended: [beyond],
        reply: [],
        blockers: [
          {
            at: { x: 10, y: 50 },
            words: 'rt-app <has> no route',
            flag: { x: 18, y: -21, width: 160, height: 22 },
            unknown: false,
          },
        ],
      },
    })
    expect(broken(svg)).toBeNull()
    expect(svg).toContain('stroke-dasharray="1 6"')
    expect(svg).not.toContain('stroke-dasharray="7 5"')
    expect(svg).toContain('>rt-app &lt;has&gt; no route<')
    expect(svg).toContain('#bd1f2d')
  })

  test('keeps Korean text, in faces that have it', () => {
    const svg = writeSvg({ ...rename(design, 'app-1', '결제 서버'), name: '쇼핑몰 운영망' })
    expect(svg).toContain('>결제 서버<')
    expect(svg).toContain('<title>쇼핑몰 운영망</title>')
    expect(svg).toContain('Malgun Gothic')
    expect(widthOf('결제', { size: 12 })).toBeGreaterThan(widthOf('ab', { size: 12 }))
  })

  test('a long name ends with an ellipsis inside its card', () => {
    expect(fitted('a-very-long-name-of-an-instance', 92, { size: 12, weight: 600 })).toMatch(/^a-very.*…$/)
    expect(fitted('short', 92, { size: 12 })).toBe('short')
    // Squares do not grow in bold: seven of 12 pixels and a space fit where the canvas fits them.
    expect(fitted('주 데이터베이스', 92, { size: 12, weight: 600 })).toBe('주 데이터베이스')
  })

  test('an empty design is a picture, too', () => {
    expect(broken(writeSvg({ name: '', resources: {}, layout: {}, question: null }))).toBeNull()
  })
})

describe('hostile names', () => {
  const letters = fc.string({ unit: 'binary', maxLength: 30 })
  test('cannot break out of the picture, whatever they are (seed 5201)', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(letters, (name) => {
        const svg = writeSvg({ ...rename(design, 'app-1', `x${name}`), name })
        expect(broken(svg)).toBeNull()
      }),
      { seed: 5201, numRuns: 100 },
    )
  })

  test('a script stays text', () => {
    const svg = writeSvg(rename(design, 'main', '</text><script>alert(1)</script>"'), { embed: false })
    expect(svg).not.toContain('<script')
    expect(broken(svg)).toBeNull()
  })

  test('escaping is undone by reading (seed 5202)', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(unescapeXml(escapeXml(text))).toBe(text)
      }),
      { seed: 5202 },
    )
  })
})

describe('opening a picture again', () => {
  const opened = (json: string | null): Design | null => (json === null ? null : readDesign(json).design)

  test('an SVG gives back the design', () => {
    const named = { ...rename(design, 'app-1', '결제 & <서버>\u0001'), name: 'a "b"' }
    expect(opened(designInSvg(writeSvg(named)))).toEqual(
      opened(designInSvg(writeSvg(named, { theme: 'dark' }))),
    )
    expect(opened(designInSvg(writeSvg(named)))?.resources).toEqual(named.resources)
    expect(opened(designInSvg(writeSvg(named)))?.layout).toEqual(named.layout)
  })

  test('one written without it gives nothing', () => {
    expect(designInSvg(writeSvg(design, { embed: false }))).toBeNull()
    expect(designInSvg('<svg/>')).toBeNull()
    expect(designInSvg('<metadata id="pathlight-design">cut off')).toBeNull()
  })

  // The smallest PNG there is: one transparent pixel.
  const png = Uint8Array.from(
    Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
      'base64',
    ),
  )

  test('a PNG carries the design after its header, and everything else as it was', () => {
    const text = '{"name":"결제 🙂"}'
    const out = embedInPng(png, text)
    expect(designInPng(out)).toBe(text)
    expect([...out.subarray(0, 33)]).toEqual([...png.subarray(0, 33)])
    expect([...out.subarray(-(png.length - 33))]).toEqual([...png.subarray(33)])
    expect(String.fromCharCode(...out.subarray(37, 41))).toBe('iTXt')
  })

  test('a second design takes the place of the first', () => {
    const out = embedInPng(embedInPng(png, 'first, which is longer'), 'second')
    expect(designInPng(out)).toBe('second')
    expect(out.length).toBe(embedInPng(png, 'second').length)
  })

  test('any text comes back (seed 5203), and the checksum is that of the standard', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(designInPng(embedInPng(png, text))).toBe(text)
      }),
      { seed: 5203 },
    )
    // CRC-32 of "iTXt" + keyword + five zeros + "{}", as zlib computes it, stands in the last four bytes of the chunk.
    const out = embedInPng(png, '{}')
    const at = 33 + 8 + 23
    expect(Buffer.from(out.subarray(at, at + 4)).toString('hex')).toBe(crcOf(out.subarray(37, at)))
  })

  test.each<[string, Uint8Array]>([
    ['no PNG', Uint8Array.from([1, 2, 3])],
    ['one without a design', png],
    ['one that is cut off', embedInPng(png, 'text').subarray(0, 60)],
    ['one with a flipped bit', embedInPng(png, 'text').map((byte, i) => (i === 66 ? byte ^ 1 : byte))],
  ])('%s gives nothing', (_name, bytes) => expect(designInPng(bytes)).toBeNull())
})

/** Written the other way round than the code under test: by a table. */
function crcOf(bytes: Uint8Array): string {
  const table = Array.from({ length: 256 }, (_, n) => {
    let c = n
    for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1
    return c >>> 0
  })
  let crc = 0xffffffff
  for (const byte of bytes) crc = ((table[(crc ^ byte) & 255] ?? 0) ^ (crc >>> 8)) >>> 0
  return ((crc ^ 0xffffffff) >>> 0).toString(16).padStart(8, '0')
}

describe('the largest picture', () => {
  test.each<[string, { width: number; height: number }, number, number]>([
    ['small, twice', { width: 900, height: 700 }, 2, 2],
    ['too wide', { width: 20_000, height: 700 }, 1, 0.819],
    ['too high for twice', { width: 900, height: 10_000 }, 2, 1.638],
  ])('%s', (_name, size, wanted, scale) => {
    const result = exportScale(size, wanted)
    expect(result.scale).toBe(scale)
    expect(result.note === null).toBe(scale === wanted)
    expect(Math.max(size.width, size.height) * result.scale).toBeLessThanOrEqual(16_384)
  })
})
