import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { linesOf } from './lines.ts'
import { writeDesign } from '../formats/json/index.ts'
import { design as read } from '../scenarios/notation.ts'
import { file, network, pathlight } from './try-out.test-helper.ts'

const text = writeDesign(read(network))
const design = file('design.json', text)
const snapshot = `${import.meta.dirname}/../scenarios/snapshots/one-vpc/snapshot`

describe('help', () => {
  test.each(['trace', 'check', 'convert', 'stages'])('%s', async (command) => {
    const asked = await pathlight([command, '--help'])
    expect([asked.code, asked.err]).toEqual([0, ''])
    expect(asked.out).toContain(`pathlight ${command}`)
    expect(await pathlight(['help', command])).toEqual(asked)
    expect((await pathlight([])).out).toContain(`pathlight ${command}`)
  })

  test.each([
    ['chekc', "there is no command 'chekc': did you mean 'check'?"],
    ['frobnicate', "there is no command 'frobnicate'; pathlight --help lists them"],
    ['constructor', "there is no command 'constructor'"],
  ])('for a command that does not exist: %s', async (command, message) => {
    const ran = await pathlight([command])
    expect([ran.code, ran.out]).toEqual([2, ''])
    expect(ran.err).toContain(message)
  })
})

describe('input that cannot be used is exit code 2 and a message, whatever the command', () => {
  const hostile: readonly (readonly [string, string])[] = [
    ['nothing', file('empty.json', '')],
    ['no JSON', file('text.json', 'hello')],
    ['half a design', file('half.json', text.slice(0, text.length / 2))],
    ['a bare value', file('number.json', '42')],
    ['a design of the future', file('future.json', '{"pathlight": 99, "resources": {}}')],
    ['JSON a million levels deep', file('deep.json', '['.repeat(1_000_000))],
    ['bytes that are no text', file('bytes.json', new Uint8Array([0, 255, 254, 1, 128]))],
    ['a folder without JSON', dirname(file('notes/readme.txt', 'no'))],
    ['no file', '/nowhere/at/all'],
  ]
  const commands: readonly (readonly string[])[] = [
    ['trace', '--from', 'a', '--to', 'b'],
    ['check'],
    ['convert'],
    ['stages'],
  ]
  test.each(hostile)('%s', async (_name, path) => {
    for (const [command = '', ...options] of commands) {
      const out = command === 'convert' ? [file('untouched.json', 'as it was')] : []
      const ran = await pathlight([command, path, ...out, ...options])
      expect([command, ran.code, ran.out]).toEqual([command, 2, ''])
      expect(ran.err).toMatch(/^(error|warning|note|pathlight): /)
      expect(ran.err).not.toContain('fault in Pathlight')
      for (const kept of out) expect(readFileSync(kept, 'utf8')).toBe('as it was')
    }
  })
})

describe('a folder', () => {
  test('is read to any depth, other files aside, and every fault in it is told', async () => {
    const vpc = {
      VpcId: 'vpc-1',
      CidrBlock: '10.0.0.0/16',
      OwnerId: '1',
      State: 'available',
      IsDefault: false,
    }
    file('account/us-east-1/vpcs.json', JSON.stringify({ Vpcs: [vpc] }))
    file('account/us-east-1/deeper/broken.json', '{')
    file('account/readme.md', 'not JSON')
    file('account/.hidden/vpcs.json', '{')
    const ran = await pathlight(['convert', dirname(file('account/empty.json', '')), '-'])
    expect(ran.code).toBe(0)
    expect(ran.err).toContain('account/us-east-1/deeper/broken.json')
    expect(ran.err).toContain('account/empty.json')
    expect(ran.err).not.toContain('hidden')
    expect(JSON.parse(ran.out)).toMatchObject({ resources: { 'vpc-1': { kind: 'vpc' } } })
  })

  test('in UTF-16, as PowerShell writes it', async () => {
    const vpcs = JSON.stringify({ Vpcs: [{ VpcId: 'vpc-1', CidrBlock: '10.0.0.0/16' }] })
    const path = file('utf16/vpcs.json', Buffer.from(`\uFEFF${vpcs}`, 'utf16le'))
    expect((await pathlight(['check', path])).code).not.toBe(2)
  })
})

test('convert writes a design that gives the same answers', async () => {
  const out = file('converted.json', '')
  const ran = await pathlight(['convert', snapshot, out, '--quiet'])
  expect([ran.code, ran.err]).toEqual([0, ''])
  expect(ran.out).toContain('1 x VPC')
  const ask = ['--from', 'internet', '--to', 'a-web1', '--port', '443']
  const [before, after] = [
    await pathlight(['trace', snapshot, ...ask]),
    await pathlight(['trace', out, ...ask]),
  ]
  expect(after.out).toBe(before.out)
})

test('convert says where it cannot write', async () => {
  const ran = await pathlight(['convert', design, '/nowhere/at/all.json'])
  expect([ran.code, ran.err]).toEqual([
    2,
    'pathlight: /nowhere/at/all.json cannot be written: there is no such file or folder\n',
  ])
})

test('check counts what it finds', async () => {
  const ran = await pathlight(['check', design, '--json'])
  const told = JSON.parse(ran.out) as { errors: number; findings: readonly { severity: string }[] }
  expect(told.errors).toBe(told.findings.filter((finding) => finding.severity === 'error').length)
  expect(ran.code).toBe(told.errors > 0 ? 1 : 0)
  expect((await pathlight(['check', design])).code).toBe(ran.code)
})

test('check names the list that lacks something', async () => {
  const ran = await pathlight(['check', design])
  expect(ran.out).toMatch(/^ +\S+ outbound \(network-acl\/some-replies\)$/m)
})

test('stages prints every stage with its rules', async () => {
  const ran = await pathlight(['stages', design, '--only', 'subnet/data/leave'])
  expect([ran.code, ran.out]).toEqual([
    0,
    `subnet/data/leave  at data, filters outbound by data-acl
  tcp 0.0.0.0/0:any -> 10.0.0.0/16:1024-40000
      -> subnet/data/route  (data-acl rule 100)
  all 0.0.0.0/0:any -> 0.0.0.0/0:any
  all [::/0]:any -> [::/0]:any
      -> blocked: network-acl/denied-outbound: data-acl outbound rule * denies it; meant for subnet/data/route  (data-acl rule *)
  otherwise
      -> subnet/data/route  (data-acl)

`,
  ])
  expect((await pathlight(['stages', design, '--only', 'nothing-like-it'])).code).toBe(2)
})

test('lines are cut wherever the chunks are', async () => {
  const cut = 'a\r\nschön\n\nlast'
  for (const size of [1, 2, 3, 100]) {
    async function* chunks() {
      const bytes = Buffer.from(cut)
      for (let i = 0; i < bytes.length; i += size) yield bytes.subarray(i, i + size)
    }
    const lines: (string | null)[] = []
    for await (const line of linesOf(chunks())) lines.push(line)
    expect(lines).toEqual(['a', 'schön', '', 'last'])
  }
})

describe('the bundled program', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pathlight-bundle-'))
  const root = `${import.meta.dirname}/../..`
  const run = (...argv: readonly string[]) =>
    spawnSync(process.execPath, [join(folder, 'main.js'), ...argv], { encoding: 'utf8', maxBuffer: 1 << 28 })
  beforeAll(async () => {
    await build({
      root,
      configFile: `${root}/vite.cli.config.ts`,
      logLevel: 'silent',
      build: { outDir: folder },
    })
  }, 60_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('answers, and exits as it should', () => {
    expect(run('--version').stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
    const { status, stdout, stderr } = run('trace', design, '--from', 'web', '--to', 'db', '--port', '6000')
    expect([status, stdout.split('\n')[0], stderr]).toEqual([1, 'blocked: network-acl/denied-inbound', ''])
  })

  test('loses nothing of a long output', { timeout: 30_000 }, () => {
    const query = JSON.stringify({ from: 'web', to: 'db', port: 5432 })
    const queries = file('many.jsonl', Array.from({ length: 500 }, () => query).join('\n'))
    expect(run('trace', design, '--queries', queries).stdout.trim().split('\n')).toHaveLength(500)
  })

  test('ends without a word when its reader goes away', () => {
    const shell = spawnSync(
      'sh',
      ['-c', `"$0" "$1" stages "$2" | head -n 1`, process.execPath, join(folder, 'main.js'), design],
      { encoding: 'utf8' },
    )
    expect([shell.stderr, shell.stdout.split('\n').length]).toEqual(['', 2])
  })
})
