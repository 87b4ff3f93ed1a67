// A kind's picture: AWS's own icon, unmodified, as an image; our own glyph where AWS has none.
import { kinds } from '../library.ts'
import { awsIconUrl } from './aws-icons.ts'
import styles from './kind-icon.module.css'

const glyphs = import.meta.glob<string>('../../src/kinds/*/icon.svg', {
  query: '?raw',
  import: 'default',
  eager: true,
})

interface KindIconProps {
  readonly kind: string
  readonly size?: number
  /** Where AWS has several for one kind: the one that fits this resource. */
  readonly awsIcon?: string | undefined
}

export function KindIcon({ kind, size = 20, awsIcon = kinds.get(kind)?.awsIcon }: KindIconProps) {
  const url = awsIconUrl(awsIcon)
  if (url !== undefined)
    return <img className={styles.icon} src={url} alt="" width={size} height={size} draggable={false} />
  const glyph = glyphs[`../../src/kinds/${kind}/icon.svg`]
  return (
    <span
      className={styles.glyph}
      style={{ width: size, height: size }}
      data-kind={kind}
      aria-hidden="true"
      // Our own drawing, read at build time; inline so that it takes the colour of its theme.
      {...(glyph === undefined ? {} : { dangerouslySetInnerHTML: { __html: glyph } })}
    />
  )
}
