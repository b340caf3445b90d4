import { directionOf } from '@parley/messages/choose-catalogue'
import type { TextState } from '@parley/domain/text/state'
import { useLocale } from '../../app/locale.tsx'
import { useNames, useRoom } from '../../app/room-context.tsx'
import { Mark } from '../../ui/mark.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Words } from '../../ui/words.tsx'
import { TextMap, ThreeNumbers } from './text-map.tsx'
import { textLines, type VersionLine } from './text-lines.ts'
import styles from './text-peek.module.css'

/** The text at the block under discussion: both languages at equal rank, everybody's stance, and the way to the whole. */
export const TextPeek = ({ text, href }: { readonly text: TextState | undefined; readonly href: string }) => {
  const { proceedings } = useRoom()
  const { say } = useLocale()
  const { words } = useNames()
  if (text === undefined) {
    return (
      <Panel heading={say('room.text')}>
        <p className={styles['none']}>{say('room.text-none')}</p>
      </Panel>
    )
  }
  const lines = textLines(proceedings, text)
  const here = lines.blocks[lines.here]
  return (
    <Panel
      heading={<Words {...words(text.title)} />}
      end={<a href={href}>{say('room.text-open-page')}</a>}
      className={styles['peek']}
    >
      <TextMap lines={lines} />
      <ThreeNumbers lines={lines} />
      {here !== undefined && (
        <>
          <p className={styles['place']}>
            {say('room.block-of', { place: here.place, count: lines.blocks.length })} ·{' '}
            {say(`block-kind.${here.kind}`)}
          </p>
          {here.versions.map((version) => (
            <PeekVersion key={version.version} version={version} />
          ))}
        </>
      )}
    </Panel>
  )
}

const PeekVersion = ({ version }: { readonly version: VersionLine }) => {
  const { say } = useLocale()
  const { shortParty, side } = useNames()
  return (
    <article className={styles['version']}>
      {version.sponsors.length > 0 && (
        <p className={styles['sponsors']}>
          {version.sponsors.map((sponsor) => (
            <span key={sponsor}>
              <Mark side={side(sponsor)} /> <Words {...shortParty(sponsor)} />
            </span>
          ))}
        </p>
      )}
      {version.isDeletion && <p>{say('room.deletion')}</p>}
      {version.wordings.map(({ language, text }) =>
        text === undefined ? null : (
          <p key={language} lang={language} dir={directionOf(language)} className={styles['wording']}>
            {text}
          </p>
        ),
      )}
      <ul className={styles['stances']}>
        {version.stances.map(({ delegation, level }) => (
          <li key={delegation}>
            <Mark side={side(delegation)} />
            <Words {...shortParty(delegation)} />
            <b>{level === undefined ? say('room.no-stance') : say(`stance.${level}`)}</b>
          </li>
        ))}
      </ul>
    </article>
  )
}
