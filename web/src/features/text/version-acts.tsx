import type { ProceedingsCommand } from '@parley/domain/proceedings/events'
import type { StanceLevel } from '@parley/domain/text/things'
import { useState, useSyncExternalStore } from 'react'
import { useLocale } from '../../app/locale.tsx'
import { Button } from '../../ui/button.tsx'
import { Confirmation } from '../../ui/confirmation.tsx'
import { useTextDesk } from './text-desk.tsx'
import type { VersionLine } from './text-lines.ts'
import { isComplete } from './next-step.ts'
import { Unfolding } from './unfolding.tsx'
import styles from './text-page.module.css'

/** What this person may do about one version: take their delegation's stance, certify that its languages agree. */
export const VersionActs = ({
  block,
  version,
}: {
  readonly block: string
  readonly version: VersionLine
}) => {
  const { act, current, own, rights } = useTextDesk()
  const { say } = useLocale()
  const [isCertifying, setCertifying] = useState(false)
  const target = { block, version: version.version }
  const take = (level: StanceLevel): ProceedingsCommand => ({
    type: 'TakeStance',
    text: current().text,
    level,
    targets: [target],
  })
  const hasCertified = own !== undefined && version.certifiedBy.includes(own)
  const ours = version.stances.find(({ delegation }) => delegation === own)?.level
  if (isCertifying) {
    return (
      <Confirmation
        question={say('negotiation.certify-question', { count: 1 })}
        note={say('negotiation.certify-note')}
        confirm={say('room.confirm')}
        cancel={say('room.cancel')}
        onCancel={() => setCertifying(false)}
        onConfirm={() => {
          setCertifying(false)
          void act({ type: 'CertifyConcordance', text: current().text, versions: [target] })
        }}
      />
    )
  }
  return (
    <span className={styles['acts']}>
      {rights.levels.length > 0 && (
        <Unfolding words={say('room.take-stance')}>
          {(fold) =>
            rights.levels.map((level) => (
              <Button
                key={level}
                pressed={level === ours}
                onPress={() => {
                  fold()
                  if (level !== ours) void act(take(level))
                }}
              >
                {say(`stance.${level}`)}
              </Button>
            ))
          }
        </Unfolding>
      )}
      {rights.certify && version.isAgreed && !hasCertified && isComplete(version) && (
        <Button onPress={() => setCertifying(true)}>{say('room.certify')}</Button>
      )}
      {(rights.levels.length > 0 || rights.certify) && <Choosing block={block} version={version.version} />}
    </span>
  )
}

/** Puts a version among those that several are acted on together; of each block one. */
const Choosing = ({ block, version }: { readonly block: string; readonly version: string }) => {
  const { chosen } = useTextDesk()
  const { say } = useLocale()
  const isChosen = useSyncExternalStore(chosen.subscribe, () => chosen.read().get(block) === version)
  return (
    <label className={styles['choosing']}>
      <input
        type="checkbox"
        checked={isChosen}
        onChange={() => {
          const next = new Map(chosen.read())
          if (isChosen) next.delete(block)
          else next.set(block, version)
          chosen.set(next)
        }}
      />
      {say('negotiation.choose')}
    </label>
  )
}
