// The examples as cards with a small drawing of each.
import { camera, useStore } from '../store/index.ts'
import { openExample } from '../files/index.ts'
import { closeDialog } from './close.ts'
import styles from './dialogs.module.css'
import { useExamples } from './use-examples.ts'
import { ExamplePicture } from './example-picture.tsx'

export function ExampleCards() {
  const examples = useExamples()
  const toast = useStore((state) => state.toast)
  const open = async (name: string) => {
    closeDialog()
    if (!(await openExample(name))) toast('That example could not be read.', 'error')
    requestAnimationFrame(() => camera().fit())
  }
  return (
    <ul className={styles.cards}>
      {examples.map((example) => (
        <li key={example.name}>
          <button type="button" className={styles.card} onClick={() => void open(example.name)}>
            <ExamplePicture name={example.name} />
            <span className={styles.cardText}>
              <b>{example.title}</b>
              <span>{example.description}</span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}
