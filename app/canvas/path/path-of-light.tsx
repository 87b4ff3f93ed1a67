export function PathOfLight() {
  return null
}
