import type { LanguageVersion } from '@parley/domain/release/state'
import type { ProceedingsCommand } from '@parley/domain/proceedings/events'
import { useLocale } from '../../app/locale.tsx'
import { useRoom } from '../../app/room-context.tsx'
import { Button } from '../../ui/button.tsx'
import { Confirmation } from '../../ui/confirmation.tsx'
import { useRules } from './desk-context.tsx'
import { PublishForm } from './publish-form.tsx'
import { useWords } from './use-words.ts'
import type { VersionRow } from './version-rows.ts'
import { WithdrawForm } from './withdraw-form.tsx'
import styles from './version-panel.module.css'

/** What this person is about to do to a version, and has still to confirm. `none`: nothing, not even what was begun. */
export type Asked = 'edit' | 'clear' | 'object' | 'publish' | 'withdraw' | 'none'

/** The acts the rules allow this person on a version, each asked about before it is done. */
export const VersionActs = ({
  row,
  release,
  asked,
  onAsk,
}: {
  readonly row: VersionRow
  readonly release: string
  readonly asked: Asked | undefined
  readonly onAsk: (asked: Asked | undefined) => void
}) => {
  const { version } = row
  const close = (): void => onAsk('none')
  if (version === undefined) return <NotDrafted row={row} release={release} onWrite={() => onAsk('edit')} />
  switch (asked) {
    case 'clear':
    case 'object':
      return <Weighing version={version} act={asked} onClose={close} />
    case 'publish':
      return <PublishForm version={version} onClose={close} />
    case 'withdraw':
      return <WithdrawForm version={version} onClose={close} />
    case 'edit':
    case 'none':
    case undefined:
      return <ActButtons version={version} onAsk={onAsk} />
  }
}

const NotDrafted = ({
  row,
  release,
  onWrite,
}: {
  readonly row: VersionRow
  readonly release: string
  readonly onWrite: () => void
}) => {
  const { say } = useLocale()
  const { may } = useRules()
  const expression = { headline: '–', dateline: '–', byline: '–', source: '–', paragraphs: [] }
  const paragraphs = [{ text: '–', facts: [] }]
  const { language } = row
  if (!may({ type: 'DraftRelease', release, language, expression: { ...expression, paragraphs } }))
    return null
  return (
    <div className={styles['acts']}>
      <Button onPress={onWrite}>{say('desk.step-write')}</Button>
    </div>
  )
}

const ActButtons = ({
  version,
  onAsk,
}: {
  readonly version: LanguageVersion
  readonly onAsk: (asked: Asked) => void
}) => {
  const { say } = useLocale()
  const { may } = useRules()
  const { release, language, hash, expression, editions } = version
  const of = { release, language, hash }
  const touched = { ...expression, headline: expression.headline === '–' ? '—' : '–' }
  const offers: readonly (readonly [Exclude<Asked, 'none'>, ProceedingsCommand])[] = [
    ['edit', { type: 'EditRelease', release, language, expression: touched, base: hash }],
    ['clear', { type: 'ClearRelease', ...of }],
    ['object', { type: 'ObjectToRelease', ...of, reason: '–' }],
    ['publish', { type: 'PublishRelease', ...of }],
    ['withdraw', { type: 'WithdrawRelease', release, language, cause: 'law' }],
  ]
  const words = {
    edit: editions.length > 0 ? say('desk.correct') : say('desk.edit'),
    clear: say('desk.clear'),
    object: say('desk.object'),
    publish: say('desk.publish'),
    withdraw: say('desk.withdraw'),
  }
  return (
    <div className={styles['acts']}>
      {offers
        .filter(([, command]) => may(command))
        .map(([asked]) => (
          <Button key={asked} size="large" onPress={() => onAsk(asked)}>
            {words[asked]}
          </Button>
        ))}
    </div>
  )
}

const Weighing = ({
  version,
  act: asked,
  onClose,
}: {
  readonly version: LanguageVersion
  readonly act: 'clear' | 'object'
  readonly onClose: () => void
}) => {
  const { act } = useRoom()
  const { say } = useLocale()
  const { languageOf, own, sides } = useWords()
  const { release, language, hash } = version
  const about = { language: languageOf(language), who: own === undefined ? '' : sides([own]) }
  return (
    <Confirmation
      question={say(`desk.${asked}-question`, about)}
      note={asked === 'clear' ? say('desk.clear-note', { hash: hash.slice(0, 16) }) : undefined}
      confirm={say(`desk.${asked}`)}
      cancel={say('room.cancel')}
      reason={
        asked === 'clear'
          ? undefined
          : { label: say('desk.object-reason'), needed: say('desk.object-needed') }
      }
      onCancel={onClose}
      onConfirm={(words) => {
        onClose()
        const reason = words.normalize('NFC')
        void act(
          asked === 'clear'
            ? { type: 'ClearRelease', release, language, hash }
            : { type: 'ObjectToRelease', release, language, hash, reason },
        )
      }}
    />
  )
}
