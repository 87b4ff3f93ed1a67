// One line of the notation, and the words on it.
export class NotationError extends Error {
  constructor(line: number, problem: string) {
    super(`line ${line}: ${problem}`)
  }
}

export interface Line {
  readonly number: number
  readonly indent: number
  readonly text: string
}
/** Words after `groups`, `tables`, `subnets` and so on, one or a list with commas. */
export class Words {
  private readonly words: string[]
  constructor(text: string) {
    this.words = text.split(/\s+/).filter((word) => word !== '')
  }
  next(): string | undefined {
    return this.words.shift()
  }
  peek(): string | undefined {
    return this.words[0]
  }
  list(): string[] {
    const out: string[] = []
    for (let word = this.next(); word !== undefined; word = this.next()) {
      out.push(...word.split(',').filter((part) => part !== ''))
      if (!word.endsWith(',')) break
    }
    return out
  }
}
