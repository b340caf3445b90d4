import { memo } from 'react'
import { useLocale } from '../../app/locale.tsx'
import { Button } from '../../ui/button.tsx'
import { goToBlock } from './go-to-block.ts'
import { nextStep } from './next-step.ts'
import { OrderActs } from './order-acts.tsx'
import { useTextDesk } from './text-desk.tsx'
import type { TextLines } from './text-lines.ts'
import styles from './next-step.module.css'

/** What the text asks of this person's delegation next, and the way there. */
export const NextStepLine = memo(({ lines }: { readonly lines: TextLines }) => {
  const { chosen, own, rights } = useTextDesk()
  const { say } = useLocale()
  const step = nextStep(lines, own, rights)
  switch (step.kind) {
    case 'none':
      return own === undefined || (rights.levels.length === 0 && !rights.certify) ? null : (
        <p className={styles['line']}>{say('negotiation.next-none')}</p>
      )
    case 'order':
      return (
        <div className={styles['line']}>
          <b>{say('negotiation.next-order')}</b>
          <OrderActs text={lines.text} isNext />
        </div>
      )
    case 'stance':
    case 'certify': {
      const { targets, place } = step
      return (
        <div className={styles['line']}>
          <b>{say(`negotiation.next-${step.kind}`, { count: targets.length })}</b>
          <Button look="primary" onPress={() => goToBlock(targets[0]?.block ?? '')}>
            {say('negotiation.go-to-block', { place })}
          </Button>
          {targets.length > 1 && (
            <Button
              onPress={() => chosen.set(new Map(targets.map(({ block, version }) => [block, version])))}
            >
              {say('negotiation.choose-all', { count: targets.length })}
            </Button>
          )}
        </div>
      )
    }
  }
})
