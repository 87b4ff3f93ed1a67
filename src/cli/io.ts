// What a command may use of the world besides files, so that tests can hand it something else.

export interface Io {
  /** Resolves when there is room for more, so that a long output never piles up in memory. */
  readonly out: Writer
  readonly err: Writer
  readonly input: AsyncIterable<string | Uint8Array>
}

export type Writer = (text: string) => Promise<void>

/** The input cannot be used: exit code 2. The message is shown as it is. */
export class Unusable extends Error {}

/** Writes to a stream. When its reader goes away (`pathlight … | head`), the program ends without a word. */
export function createWriter(stream: NodeJS.WriteStream): Writer {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit()
  })
  return (text) =>
    new Promise((done) => {
      if (stream.write(text)) done()
      else stream.once('drain', done)
    })
}
