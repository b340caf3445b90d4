import type { ChamberLine } from '../../app/chamber-line.ts'
import { useLocale } from '../../app/locale.tsx'
import { Icon } from '../../ui/icon.tsx'
import { PadEditor } from './pad-editor.tsx'
import { PadState } from './pad-state.tsx'
import type { PadReplica } from './pad-replica.ts'
import { usePad, useStanding } from './use-pad.ts'
import styles from './draft-desk.module.css'

/** The delegation's notes at this meeting, which its people write together. */
export const NotesPad = ({ line }: { readonly line: ChamberLine }) => {
  const { say } = useLocale()
  const replica = usePad(line, 'notes')
  return (
    <section className={styles['desk']} aria-labelledby="notes-heading">
      <header className={styles['header']}>
        <h2 id="notes-heading">{say('drafting.notes')}</h2>
      </header>
      <p className={styles['explained']}>
        <Icon name="lock" small /> {say('drafting.notes-explained')}
      </p>
      {replica !== undefined && <Notes replica={replica} />}
    </section>
  )
}

const Notes = ({ replica }: { readonly replica: PadReplica }) => {
  const { say } = useLocale()
  const { standing, wasRead } = useStanding(replica)
  return (
    <>
      {wasRead && (
        <PadEditor
          replica={replica}
          fragment="notes"
          label={say('drafting.notes')}
          isReadOnly={standing === 'closed'}
        />
      )}
      <PadState standing={standing} />
    </>
  )
}
