// Designs that others were opened in place of, each with when that was.
import { useStore } from '../store/index.ts'
import { closeDialog } from './close.ts'
import styles from './dialogs.module.css'

export function RecentList({ recent }: { readonly recent: ReturnType<typeof useStore.getState>['recent'] }) {
  const takeBack = useStore((state) => state.takeBack)
  return (
    <ul className={styles.kept}>
      {recent.map((kept) => {
        const count = Object.keys(kept.design.resources).length
        return (
          <li key={kept.changed}>
            <button
              type="button"
              onClick={() => {
                closeDialog()
                void takeBack(kept)
              }}
            >
              <b>{kept.design.name}</b>
              <span>{count === 1 ? '1 resource' : `${count} resources`}</span>
              <time dateTime={new Date(kept.changed).toISOString()}>{when.format(kept.changed)}</time>
            </button>
          </li>
        )
      })}
    </ul>
  )
}

const when = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' })
