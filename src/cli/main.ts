// The command line's door: the process's arguments, streams and exit code, and nothing else that only a process has.
import { createWriter } from './io.ts'
import { main } from './program.ts'

const out = createWriter(process.stdout)
const err = createWriter(process.stderr)
process.exitCode = await main(process.argv.slice(2), { out, err, input: process.stdin })
