import { directionOf } from '@parley/messages/choose-catalogue'
import type { ProceedingsCommand } from '@parley/domain/proceedings/events'
import { useState } from 'react'
import { useLocale } from '../../app/locale.tsx'
import { useNames, useRoom } from '../../app/room-context.tsx'
import { Button } from '../../ui/button.tsx'
import { Mark } from '../../ui/mark.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Words } from '../../ui/words.tsx'
import { useRules } from './desk-context.tsx'
import { localizedFrom } from './localized-from.ts'
import { Question } from './question.tsx'
import { TextField } from './text-field.tsx'
import { useWords } from './use-words.ts'
import question from './question.module.css'
import styles from './positions.module.css'

/** Asks the rules whether this person may state their delegation's position at all. */
const ANY: ProceedingsCommand = { type: 'ApprovePosition', position: { en: '–' } }

/** Each side's position in its own approved words; whoever may gives their own side's. */
export const Positions = () => {
  const { meeting, proceedings } = useRoom()
  const { language, say } = useLocale()
  const { shortParty, side, words } = useNames()
  const { may } = useRules()
  const [isOpen, setOpen] = useState(false)
  const { positions } = proceedings.releases
  const titleOf = (item: string | undefined) => meeting.agenda.find((one) => one.item.id === item)?.item.title
  return (
    <Panel heading={say('desk.positions')} note={say('desk.positions-note')}>
      {positions.length === 0 && <p className={styles['none']}>{say('desk.positions-none')}</p>}
      <ul className={styles['positions']}>
        {positions.map(({ delegation, item, position, seq }) => (
          <li key={seq}>
            <p>
              <Mark side={side(delegation)} />
              <b>
                <Words {...shortParty(delegation)} />
              </b>
              {item === undefined ? say('desk.position-whole') : <Words {...words(titleOf(item))} />}
            </p>
            {inOrder(position, [language, ...meeting.languages]).map(([lang, text]) => (
              <blockquote key={lang} lang={lang} dir={directionOf(lang)}>
                {text}
              </blockquote>
            ))}
          </li>
        ))}
      </ul>
      {isOpen && <PositionForm onClose={() => setOpen(false)} />}
      {!isOpen && may(ANY) && <Button onPress={() => setOpen(true)}>{say('desk.position-approve')}</Button>}
    </Panel>
  )
}

/** The reader's language first, then the meeting's, then what else there is. */
const inOrder = (
  wording: Readonly<Record<string, string>>,
  languages: readonly string[],
): readonly (readonly [string, string])[] => {
  const rank = (language: string): number => {
    const place = languages.indexOf(language)
    return place < 0 ? languages.length : place
  }
  return Object.entries(wording).toSorted(([one], [other]) => rank(one) - rank(other))
}

const PositionForm = ({ onClose }: { readonly onClose: () => void }) => {
  const { act, meeting } = useRoom()
  const { say } = useLocale()
  const { reason, words } = useNames()
  const { refusal } = useRules()
  const { languageOf, own, sides } = useWords()
  const [item, setItem] = useState('')
  const [wordings, setWordings] = useState<Readonly<Record<string, string>>>({})
  const position = localizedFrom(wordings, 'passage')
  const command: ProceedingsCommand | undefined = position && {
    type: 'ApprovePosition',
    position,
    ...(item === '' ? {} : { item }),
  }
  const refused = command && refusal(command)
  return (
    <Question
      question={say('desk.position-question', { who: own === undefined ? '' : sides([own]) })}
      confirm={say('desk.position-confirm')}
      hindrance={command === undefined ? say('desk.position-needed') : refused && reason(refused)}
      onConfirm={() => {
        if (command !== undefined) void act(command).then((done) => done && onClose())
      }}
      onCancel={onClose}
    >
      <label className={question['about']}>
        {say('desk.position-about')}
        <select value={item} onChange={({ target }) => setItem(target.value)}>
          <option value="">{say('desk.position-whole')}</option>
          {meeting.agenda.map(({ item: { id, title } }) => (
            <option key={id} value={id}>
              {words(title).text}
            </option>
          ))}
        </select>
      </label>
      {meeting.languages.map((one) => (
        <TextField
          key={one}
          label={say('desk.position-in', { language: languageOf(one) })}
          language={one}
          value={wordings[one] ?? ''}
          rows={2}
          onChange={(text) => setWordings({ ...wordings, [one]: text })}
        />
      ))}
    </Question>
  )
}
