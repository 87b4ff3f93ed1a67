// Processor time, in units of a loop that is measured in the same run: two machines compare, and so do a busy one and a
// quiet one.

export interface Line {
  readonly what: string
  readonly answer: string
}

/** What a file in this folder asks: `measure` gives the lines of the answer. */
export interface Question {
  readonly question: string
  readonly measure: (unit: number) => readonly Line[]
}

/**
 * The processor time of a run in milliseconds: the mean of as many runs as fit in about `budget`, after one that warms
 * up. What takes much longer than the budget is run once.
 */
export function time(run: () => unknown, budget = 500): number {
  const first = timeOf(run)
  if (first > 4 * budget) return first
  let runs = 0
  let total = 0
  for (; runs === 0 || total < budget; runs++) total += timeOf(run)
  return total / runs
}

function timeOf(run: () => unknown): number {
  const start = process.cpuUsage()
  kept = run()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}

/** The last result, so that no run is optimised away. */
export let kept: unknown

/** A fixed amount of plain work, about a millisecond on a machine of 2024. */
export function measureUnit(): number {
  return time(() => {
    let value = 1
    for (let i = 0; i < 1_000_000; i++) value = (Math.imul(value, 1664525) + 1013904223) | 0
    return value
  })
}

/** `1.23 ms (0.98 units)` */
export function spent(milliseconds: number, unit: number): string {
  return `${number(milliseconds)} ms  (${number(milliseconds / unit)} units)`
}

/** One frame of a 60 Hz screen. */
const frame = 1000 / 60

export const ofAFrame = (milliseconds: number): string => `${number(milliseconds / frame)} of a frame`

export function number(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3)
}
