// Which of many options a typed text means, the likeliest first.

/** What is compared of an option; the detail may say its kind. */
interface Named {
  readonly value: string
  readonly label: string
  readonly detail?: string
}

/** More than these nobody reads. */
const most = 40

/** Those that begin with the text before those that hold it, and those that hold its words anywhere last. */
export function matching<T extends Named>(options: readonly T[], text: string): readonly T[] {
  const wanted = text.trim().toLowerCase()
  if (wanted === '') return options.slice(0, most)
  const words = wanted.split(/\s+/)
  const rank = ({ label, detail = '', value }: T) => {
    const [name, id, kind] = [label, value, detail].map((one) => one.toLowerCase()) as [
      string,
      string,
      string,
    ]
    if (name === wanted || id === wanted) return 0
    if (name.startsWith(wanted)) return 1
    if (name.includes(wanted)) return 2
    if (id.includes(wanted) || kind.includes(wanted)) return 3
    return words.every((word) => name.includes(word) || id.includes(word) || kind.includes(word)) ? 4 : 5
  }
  const ranked = options.map((option) => ({ option, rank: rank(option) })).filter((each) => each.rank < 5)
  return ranked
    .sort((a, b) => a.rank - b.rank)
    .slice(0, most)
    .map((each) => each.option)
}
