import { WithdrawRelease } from '@parley/domain/release/commands'
import type { LanguageVersion } from '@parley/domain/release/state'
import type { ProceedingsCommand } from '@parley/domain/proceedings/events'
import { useState } from 'react'
import { useLocale } from '../../app/locale.tsx'
import { useNames, useRoom } from '../../app/room-context.tsx'
import { useRules } from './desk-context.tsx'
import { localizedFrom } from './localized-from.ts'
import { OneOf, Question } from './question.tsx'
import { TextField } from './text-field.tsx'
import { useWords } from './use-words.ts'

const CAUSES = WithdrawRelease.shape.cause.options

/** Asks before a version is taken back for good: for which cause, explained in as many languages as one likes. */
export const WithdrawForm = ({
  version,
  onClose,
}: {
  readonly version: LanguageVersion
  readonly onClose: () => void
}) => {
  const { act, meeting } = useRoom()
  const { say } = useLocale()
  const { reason } = useNames()
  const { refusal } = useRules()
  const words = useWords()
  const [cause, setCause] = useState<(typeof CAUSES)[number]>()
  const [wordings, setWordings] = useState<Readonly<Record<string, string>>>({})
  const { release, language } = version
  const explanation = localizedFrom(wordings, 'line')
  const command: ProceedingsCommand = {
    type: 'WithdrawRelease',
    release,
    language,
    cause: cause ?? 'published-in-error',
    ...(explanation === undefined ? {} : { explanation }),
  }
  const refused = refusal(command)
  const languages = [language, ...meeting.languages.filter((one) => one !== language)]
  return (
    <Question
      question={say('desk.withdraw-question', { language: words.languageOf(language) })}
      note={say('desk.withdraw-note')}
      confirm={say('desk.withdraw')}
      hindrance={cause === undefined ? say('desk.withdraw-cause-needed') : refused && reason(refused)}
      onConfirm={() => {
        onClose()
        void act(command)
      }}
      onCancel={onClose}
    >
      <OneOf
        legend={say('desk.withdraw-cause')}
        options={CAUSES.map((one) => ({ id: one, words: say(`withdrawal-cause.${one}`) }))}
        chosen={cause}
        onChoose={setCause}
      />
      {languages.map((one) => (
        <TextField
          key={one}
          label={say('desk.withdraw-explanation', { language: words.languageOf(one) })}
          language={one}
          value={wordings[one] ?? ''}
          rows={1}
          isLine
          onChange={(text) => setWordings({ ...wordings, [one]: text })}
        />
      ))}
    </Question>
  )
}
