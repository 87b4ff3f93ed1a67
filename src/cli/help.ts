// What `--help` prints. Plain text, loaded at once: it must not wait for the engine.

export type CommandName = 'trace' | 'check' | 'convert' | 'stages'

export const programHelp = `pathlight - trace packets through an AWS network

  pathlight trace DESIGN --from END --to END    does it get there, and does the answer come back?
  pathlight check DESIGN                        what is wrong, or looks wrong, with the design
  pathlight convert IN OUT                      a snapshot of an account to a design file
  pathlight stages DESIGN                       the compiled program, printed

  pathlight COMMAND --help                      more about one of them
  pathlight --version

DESIGN is a design file, or a snapshot of an AWS account: a file or folder of what
'aws ec2 describe-... --output json' printed.
`

const designHelp = `DESIGN is a design file, or a snapshot of an AWS account: a file, or a folder nested to any depth,
of what 'aws ec2 describe-... --output json' printed ('-' reads one file from standard input).
What is read but not understood is told on standard error; --quiet tells errors only.
`

const endHelp = `END is one of
  a resource's id or its unique name     i-0a1b2c3d, web
  an IP address                          10.0.2.20, 203.0.113.10, 198.51.100.7
                                         (a public address of an instance is sent to through the internet
                                         gateway; an address that nothing has is a host outside)
  an AWS service                         s3, dynamodb, sqs, ssm, ...
  internet                               anyone outside
`

export const commandHelp: Readonly<Record<CommandName, string>> = {
  trace: `pathlight trace - follow a packet there and back

  pathlight trace DESIGN --from END --to END [--protocol P] [--port N] [--source-port N] [--json [--also-opens]]
  pathlight trace DESIGN --queries FILE.jsonl [--also-opens]
  pathlight trace DESIGN                        the question that is kept in the design file

  --from END          where the packet starts
  --to END            where it is sent
  --protocol P        tcp (taken when none is given), udp, icmp, icmpv6, all, or a number
  --port N            destination port or range: 443, 8000-8100; for icmp type or type/code: 8, 8/0
                      without it every port is asked, and the answer says which get through
  --source-port N     without it the whole ephemeral range of the source is asked
  --json              the answer as one JSON object
  --also-opens        in JSON too, what else each fix opens: beside the "fixes" of a blocker stand as many
                      "alsoOpens", null for nothing else. The text says it always; in a large design it
                      takes seconds a fix
  --queries FILE      one JSON query a line in, one JSON answer a line out, in order; '-' is standard input
                      {"id":"q1","from":"i-0a1","to":"10.0.2.20","protocol":"tcp","port":443,"sourcePort":40000}
                      only from and to are required; a line that cannot be used is answered with an "error"
                      and the other lines all the same; blank lines are skipped
  --quiet, -q         of what was found while reading, tell errors only

${endHelp}
${designHelp}
Exit code  0  reachable
           1  not: partial, one-way or blocked
           2  the input cannot be used
           3  unknown: it depends on what is not modelled
With --queries: 0 once every line is answered.
`,
  check: `pathlight check - review a design

  pathlight check DESIGN [--json]

  --json              the findings as one JSON object
  --quiet, -q         of what was found while reading, tell errors only

${designHelp}
Exit code  0  no errors (there may be warnings and notes)
           1  at least one finding is an error
           2  the input cannot be used
`,
  convert: `pathlight convert - a snapshot of an account to a design file

  pathlight convert IN OUT

  IN                  a snapshot or a design file, as DESIGN below
  OUT                 the design file to write; '-' is standard output
  --quiet, -q         of what was found while reading, tell errors only

${designHelp}
Exit code  0  written
           2  the input cannot be used, or the output cannot be written
`,
  stages: `pathlight stages - print the compiled program

  pathlight stages DESIGN [--only TEXT]

Every stage with its rules in the order they are tried, and where each leads: the engine's debugger.

  --only TEXT         only stages whose name holds TEXT, such as an id
  --quiet, -q         of what was found while reading, tell errors only

${designHelp}
Exit code  0  printed
           2  the input cannot be used
`,
}
