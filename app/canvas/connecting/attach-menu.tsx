// A line was let go where nothing is: what could be added that it would lead to.
import { kinds } from '../../library.ts'
import { useStore } from '../../store/index.ts'
import { KindIcon } from '../../ui/kind-icon.tsx'
import { MenuList } from '../toolbar/menu-list.tsx'
import toolbar from '../toolbar/selection-toolbar.module.css'
import lists from '../../ui/list.module.css'
import styles from './connect-line.module.css'

export function AttachMenu() {
  const attaching = useStore((state) => state.attaching)
  const attach = useStore((state) => state.attach)
  if (!attaching) return null
  const { at, offers } = attaching
  return (
    <MenuList
      label="Add and lead there"
      className={`${lists.sheet} ${toolbar.menu} ${styles.attach}`}
      style={{
        left: Math.min(at.x, window.innerWidth - 300),
        top: Math.min(at.y, window.innerHeight - 40 - offers.length * 30),
      }}
      items={offers.map((offer) => ({
        label: `${kinds.get(offer.kind)?.title ?? offer.kind} in ${offer.parent.name}`,
        icon: <KindIcon kind={offer.kind} size={18} />,
        onSelect: () => attach(offer),
      }))}
      onChosen={() => undefined}
      onLeave={() => attach(null)}
      onAway={() => attach(null)}
    />
  )
}
