// The command line's door: reads the command's name and loads that command, and nothing else,
// so that `--help` answers about as fast as Node itself starts.

declare const PATHLIGHT_VERSION: string

const HELP = `pathlight - trace packets through an AWS network design

  pathlight --help
  pathlight --version
`

const [command] = process.argv.slice(2)

if (command === undefined || command === '--help' || command === '-h' || command === 'help') {
  process.stdout.write(HELP)
} else if (command === '--version' || command === '-v') {
  process.stdout.write(`${PATHLIGHT_VERSION}\n`)
} else {
  process.stderr.write(`pathlight: there is no command "${command}"; pathlight --help lists them\n`)
  process.exitCode = 2
}
