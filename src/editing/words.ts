/** "an internet gateway", "a NAT gateway", "a VPC": a title in the middle of a sentence. */
export function article(title: string): string {
  const name =
    /^[A-Z][a-z]/.test(title) && !/ [A-Z]/.test(title)
      ? title.charAt(0).toLowerCase() + title.slice(1)
      : title
  // Letters that are read out one by one: an EC2 instance, but a NAT gateway.
  const vowel = /^[aeio]/i.test(name) || /^(EC2|IP|AWS|ENI|S3)\b/.test(name)
  return `${vowel ? 'an' : 'a'} ${name}`
}
