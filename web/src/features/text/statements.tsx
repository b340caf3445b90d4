import { AttachedKind } from '@parley/domain/text/things'
import type { ProceedingsCommand } from '@parley/domain/proceedings/events'
import type { TextState } from '@parley/domain/text/state'
import { directionOf } from '@parley/messages/choose-catalogue'
import { languageName } from '@parley/messages/quantities'
import { useState } from 'react'
import { useLocale } from '../../app/locale.tsx'
import { useNames } from '../../app/room-context.tsx'
import { Button } from '../../ui/button.tsx'
import { Mark } from '../../ui/mark.tsx'
import { Words } from '../../ui/words.tsx'
import { freshName, type Written } from './proposing.ts'
import { useMay } from './use-may.ts'
import { useTextDesk } from './text-desk.tsx'
import styles from './after-adoption.module.css'

/** A delegation’s own words beside the decision: reservations, interpretative statements, explanations. Never part of the text. */
export const Statements = ({ text }: { readonly text: TextState }) => {
  const { say } = useLocale()
  const { shortParty, side, words } = useNames()
  const may = useMay()
  const [isOpen, setOpen] = useState(false)
  const statements = [...text.statements]
  const trial: ProceedingsCommand = {
    type: 'AttachStatement',
    text: text.text,
    statement: 's-trial',
    kind: 'declaration',
    body: { [text.languages[0] ?? 'en']: '…' },
  }
  const mayAttach = may(trial)
  if (statements.length === 0 && !mayAttach) return null
  return (
    <section className={styles['after']} aria-label={say('negotiation.statements')}>
      <h3>{say('negotiation.statements')}</h3>
      {statements.map(({ statement, delegation, kind, body }) => (
        <article key={statement} className={styles['statement']}>
          <b>
            <Mark side={side(delegation)} /> <Words {...shortParty(delegation)} />
          </b>{' '}
          {say(`attached.${kind}`)}
          <p>
            <Words {...words(body)} />
          </p>
        </article>
      ))}
      {isOpen && <StatementForm text={text} onDone={() => setOpen(false)} />}
      {!isOpen && mayAttach && (
        <Button onPress={() => setOpen(true)}>{say('negotiation.attach-statement')}</Button>
      )}
    </section>
  )
}

const StatementForm = ({ text, onDone }: { readonly text: TextState; readonly onDone: () => void }) => {
  const { act } = useTextDesk()
  const { language: mine, say } = useLocale()
  const [kind, setKind] = useState<AttachedKind>('explanation-of-position')
  const [written, setWritten] = useState<Written>({})
  const [statement] = useState(() => freshName('s'))
  const body = Object.fromEntries(
    Object.entries(written).flatMap(([one, words]) => (words.trim() === '' ? [] : [[one, words.trim()]])),
  )
  return (
    <form className={styles['form']} onSubmit={(event) => event.preventDefault()}>
      <label>
        {say('negotiation.statement-kind')}
        <select
          value={kind}
          onChange={({ target }) => {
            const chosen = AttachedKind.options.find((one) => one === target.value)
            if (chosen !== undefined) setKind(chosen)
          }}
        >
          {AttachedKind.options.map((one) => (
            <option key={one} value={one}>
              {say(`attached.${one}`)}
            </option>
          ))}
        </select>
      </label>
      {text.languages.map((one) => (
        <label key={one}>
          {languageName(mine, one)}
          <textarea
            lang={one}
            dir={directionOf(one)}
            rows={3}
            maxLength={12_000}
            value={written[one] ?? ''}
            onChange={({ target }) => setWritten({ ...written, [one]: target.value })}
          />
        </label>
      ))}
      <p>{say('negotiation.statement-note')}</p>
      <div className={styles['acts']}>
        <Button
          look="primary"
          reason={Object.keys(body).length === 0 ? say('negotiation.statement-empty') : undefined}
          onPress={() =>
            void act({ type: 'AttachStatement', text: text.text, statement, kind, body }).then((isDone) => {
              if (isDone) onDone()
            })
          }
        >
          {say('negotiation.attach-statement')}
        </Button>
        <Button onPress={onDone}>{say('room.cancel')}</Button>
      </div>
    </form>
  )
}
