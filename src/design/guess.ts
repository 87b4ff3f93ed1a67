// "Did you mean …?": the known word that is fewest slips of the hand away from the one that was read.

/** The nearest of the words, or nothing when none is near enough to be meant. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  // Longer words cannot be slips of a name, and comparing them would cost a hostile file nothing and us much.
  if (word.length > 80) return undefined
  const lower = word.toLowerCase()
  const most = Math.max(1, Math.floor(word.length / 3))
  let best: { readonly word: string; readonly slips: number } | undefined
  for (const candidate of known) {
    if (Math.abs(candidate.length - word.length) > most) continue
    const slips = slipsBetween(lower, candidate.toLowerCase())
    if (slips <= most && slips < (best?.slips ?? Infinity)) best = { word: candidate, slips }
  }
  return best?.word
}

/** " Did you mean 'subnet'?", or nothing. */
export function didYouMean(word: string, known: Iterable<string>): string {
  const guess = nearest(word, known)
  return guess === undefined ? '' : `: did you mean '${guess}'?`
}

/** Letters to insert, delete, replace, or swap with their neighbour, to make one word of the other. */
function slipsBetween(a: string, b: string): number {
  let twoBack: number[] = []
  let back = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      let cost = Math.min(back[j]! + 1, row[j - 1]! + 1, back[j - 1]! + same)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, twoBack[j - 2]! + 1)
      row.push(cost)
    }
    twoBack = back
    back = row
  }
  return back[b.length]!
}
