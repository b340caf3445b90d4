import type { StanceLevel } from '@parley/domain/text/things'
import { memo, useState } from 'react'
import { useCell } from '../../app/cell.ts'
import { useLocale } from '../../app/locale.tsx'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Confirmation } from '../../ui/confirmation.tsx'
import { certifiable, standingOf, together } from './several.ts'
import { useTextDesk } from './text-desk.tsx'
import type { TextLines } from './text-lines.ts'
import styles from './several-acts.module.css'

type Asked = { readonly certify: true } | { readonly level: StanceLevel }

/** Acts on the versions chosen: one stance on all of them, or certifying their languages; each asked once more. */
export const SeveralActs = memo(({ lines }: { readonly lines: TextLines }) => {
  const { act, chosen, current, own, rights } = useTextDesk()
  const { say } = useLocale()
  const targets = standingOf(lines.blocks, useCell(chosen))
  const [asked, setAsked] = useState<Asked>()
  if (targets.length === 0) return null
  const toCertify = rights.certify ? certifiable(lines.blocks, targets, own) : []
  const clear = (): void => chosen.set(new Map())
  const does = async (what: Asked): Promise<void> => {
    const { text } = current()
    setAsked(undefined)
    for (const some of together('certify' in what ? toCertify : targets)) {
      const isDone = await act(
        'certify' in what
          ? { type: 'CertifyConcordance', text, versions: [...some] }
          : { type: 'TakeStance', text, level: what.level, targets: [...some] },
      )
      if (!isDone) return
    }
    clear()
  }
  if (asked !== undefined) {
    const isCertifying = 'certify' in asked
    return (
      <div className={styles['bar']}>
        <Confirmation
          question={
            isCertifying
              ? say('negotiation.certify-question', { count: toCertify.length })
              : say('negotiation.stance-question', {
                  count: targets.length,
                  stance: say(`stance.${asked.level}`),
                })
          }
          note={isCertifying ? say('negotiation.certify-note') : say('negotiation.stance-note')}
          confirm={say('room.confirm')}
          cancel={say('room.cancel')}
          onCancel={() => setAsked(undefined)}
          onConfirm={() => void does(asked)}
        />
      </div>
    )
  }
  return (
    <section className={styles['bar']} aria-label={say('negotiation.chosen', { count: targets.length })}>
      <b role="status">{say('negotiation.chosen', { count: targets.length })}</b>
      {rights.levels.length > 0 && (
        <Choice
          options={rights.levels.map((id) => ({ id, words: say(`stance.${id}`) }))}
          onChoose={(level) => setAsked({ level })}
        >
          {say('room.take-stance')}
        </Choice>
      )}
      {toCertify.length > 0 && (
        <Button onPress={() => setAsked({ certify: true })}>{say('room.certify')}</Button>
      )}
      <Button look="quiet" onPress={clear}>
        {say('negotiation.choose-none')}
      </Button>
    </section>
  )
})
