// Runs the command line inside the test's own process, on files in a folder of its own.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll } from 'vitest'
import { main } from './program.ts'

const folder = mkdtempSync(join(tmpdir(), 'pathlight-cli-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Writes a file; gives its path. */
export function file(name: string, text: string | Uint8Array): string {
  const path = join(folder, name)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
  return path
}

export interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

export async function pathlight(argv: readonly string[], input = ''): Promise<Ran> {
  const out: string[] = []
  const err: string[] = []
  const keep = (list: string[]) => async (text: string) => void list.push(text)
  async function* given() {
    yield input
  }
  const code = await main(argv, { out: keep(out), err: keep(err), input: given() })
  return { code, out: out.join(''), err: err.join('') }
}

/** In the notation of scenarios: a web server anyone may use, and a database that answers it, but whose replies a network ACL drops in part. */
export const network = `
vpc main 10.0.0.0/16
  zone a us-east-1a
    subnet public 10.0.0.0/24 table public-table
      instance web 10.0.0.10 public 203.0.113.10 groups web-group
      instance lonely 10.0.0.11
    subnet data 10.0.1.0/24 acl data-acl
      instance db 10.0.1.10 groups db-group
internet-gateway igw -> main
unmodelled tgw transit-gateway
table public-table: 0.0.0.0/0 -> igw, 172.16.0.0/12 -> tgw
acl data-acl: in 100 allow tcp 5432 from 10.0.0.0/16, out 100 allow tcp 1024-40000 to 10.0.0.0/16
group web-group: in tcp 443 from 0.0.0.0/0
group db-group: in tcp 5432 from web-group, in tcp 6000 from web-group
`
