// The Elastic IP of an interface: which it is, or a button that gives it one.
import { Plus, Unlink } from 'lucide-react'
import { place, setField, type ResourceId } from '../../library.ts'
import { useStore } from '../../store/index.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { KindIcon } from '../../ui/kind-icon.tsx'
import { RefLink } from '../../ui/phrase-text.tsx'
import styles from './forms.module.css'
import { asText } from '../as-text.ts'

export function ElasticIpOf({ id }: { readonly id: ResourceId }) {
  const view = useStore((state) => state.network.view)
  const edit = useStore((state) => state.edit)
  const toast = useStore((state) => state.toast)
  const mine = view.of('elastic-ip').filter((each) => each.fields['networkInterface'] === id)
  const give = () => {
    const { design } = view
    const region = view.ancestor(id, 'region')
    const free = view
      .of('elastic-ip')
      .find((each) => each.fields['networkInterface'] === null && each.parent === (region?.id ?? null))
    if (free)
      return edit('Associate an Elastic IP', (before) => setField(before, free.id, 'networkInterface', id))
    const placed = place(design, 'elastic-ip', region?.id ?? null)
    if (!placed.ok) return toast('An Elastic IP belongs to a Region.', 'warning')
    edit('Associate an Elastic IP', () => setField(placed.design, placed.id, 'networkInterface', id))
  }
  return (
    <>
      {mine.map((each) => (
        <div key={each.id} className={styles.heading}>
          <KindIcon kind={each.kind} size={18} />
          <RefLink to={{ resource: each.id }} />
          <code className={styles.quiet}>{asText(each.fields['address'])}</code>
          <IconButton
            size="small"
            label={`Disassociate ${each.name}`}
            onClick={() =>
              edit('Disassociate an Elastic IP', (design) =>
                setField(design, each.id, 'networkInterface', null),
              )
            }
          >
            <Unlink aria-hidden="true" />
          </IconButton>
        </div>
      ))}
      {mine.length === 0 && (
        <div>
          <Button size="small" icon={<Plus aria-hidden="true" />} onClick={give}>
            Associate an Elastic IP
          </Button>
        </div>
      )}
    </>
  )
}
