// Names as people sort and pair them: numbers by value, and the part that only says which zone left out.

/** Orders web-2 before web-10. The same everywhere: no locale is asked. */
export function compareNames(a: string, b: string): number {
  const [left, right] = [parts(a), parts(b)]
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const [x = '', y = ''] = [left[i], right[i]]
    const byNumber = /^\d/.test(x) && /^\d/.test(y) ? Number(x) - Number(y) : 0
    if (byNumber !== 0) return byNumber
    if (x !== y) return x < y ? -1 : 1
  }
  return left.length - right.length
}

function parts(name: string): readonly string[] {
  return name.toLowerCase().match(/\d+|\D+/g) ?? []
}

/** What the subnets of one tier have in common: `app` of app-a, app-2c, app-ap-northeast-2a and app-1. */
export function stemOf(name: string): string {
  const lower = name.toLowerCase()
  const stem = lower.replace(/[-_ .](?:[a-z]{2}(?:-[a-z]+)+-)?(?:az)?\d*[a-z]?$/, '')
  return stem === '' ? lower : stem
}
