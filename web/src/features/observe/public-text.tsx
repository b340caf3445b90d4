import type { TextState } from '@parley/domain/text/state'
import { lookup } from '@parley/domain/words/lookup'
import { directionOf } from '@parley/messages/choose-catalogue'
import { formatDate } from '@parley/messages/dates'
import { useLocale } from '../../app/locale.tsx'
import { useNames } from '../../app/room-context.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Words } from '../../ui/words.tsx'
import styles from './public-text.module.css'

/** A text as those see it who do not negotiate: that there is one, and its wording once it is adopted. */
export const PublicText = ({
  text,
  timeZone,
}: {
  readonly text: TextState | undefined
  readonly timeZone: string
}) => {
  const { say } = useLocale()
  const { words } = useNames()
  if (text === undefined) {
    return (
      <Panel heading={say('room.text')}>
        <p className={styles['note']}>{say('room.text-none')}</p>
      </Panel>
    )
  }
  return (
    <Panel heading={<Words {...words(text.title)} />}>
      {text.adopted === undefined ? (
        <p className={styles['note']}>{say('seats.text-negotiated')}</p>
      ) : (
        <Adopted text={text} adopted={text.adopted} timeZone={timeZone} />
      )}
    </Panel>
  )
}

const Adopted = ({
  text,
  adopted: { at, mode, blocks },
  timeZone,
}: {
  readonly text: TextState
  readonly adopted: NonNullable<TextState['adopted']>
  readonly timeZone: string
}) => {
  const { language, say } = useLocale()
  return (
    <>
      <p>
        <Chip solid>
          {[
            say('room.adopted'),
            say(`adoption-mode.${mode}`),
            formatDate(language, at, timeZone, 'date-time'),
          ].join(' · ')}
        </Chip>
      </p>
      <ol className={styles['blocks']}>
        {blocks.map(({ block, body }) => (
          <li key={block}>
            {text.languages.map((one) => (
              <p key={one} lang={one} dir={directionOf(one)}>
                {lookup(body, one)
                  ?.map(({ s }) => s)
                  .join('') ?? ''}
              </p>
            ))}
          </li>
        ))}
      </ol>
    </>
  )
}
