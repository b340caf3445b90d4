import { motionsByPrecedence } from '@parley/domain/meeting/decide/motions'
import type { Motion } from '@parley/domain/meeting/state'
import type { ProceedingsCommand } from '@parley/domain/proceedings/events'
import { lookup } from '@parley/domain/words/lookup'
import { formatList } from '@parley/messages/quantities'
import { useState, type ReactNode } from 'react'
import { useLocale } from '../../app/locale.tsx'
import { isAllowed } from '../../app/permission.ts'
import { useNames, useRoom, useServerNow } from '../../app/room-context.tsx'
import { Button } from '../../ui/button.tsx'
import { Confirmation } from '../../ui/confirmation.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Mark } from '../../ui/mark.tsx'
import styles from './procedure-cards.module.css'

const POSITIONS = ['uphold', 'overrule', 'abstain'] as const

/** What is asked of the delegations before the meeting goes on: a vote on an appeal, whether they oppose a motion. */
export const ProcedureCards = () => {
  const { meeting } = useRoom()
  return (
    <>
      {meeting.appeal !== undefined && <AppealCard />}
      {motionsByPrecedence(meeting).map((motion) => (
        <MotionCard key={motion.motion} motion={motion} />
      ))}
    </>
  )
}

/** One vote for each delegation; what the others voted is no secret. */
const AppealCard = () => {
  const { meeting } = useRoom()
  const { say } = useLocale()
  const { shortParty, side } = useNames()
  const { appeal } = meeting
  const offers = POSITIONS.map((position) => ({
    words: say(`sitting.vote-${position}`),
    command: { type: 'VoteOnAppeal', position } as const,
  }))
  if (appeal === undefined) return null
  return (
    <Card heading={say('console.appeal', { who: shortParty(appeal.by).text })} offers={offers}>
      <ul className={styles['votes']}>
        {meeting.delegations.map(({ id }) => {
          const vote = lookup(appeal.votes, id)
          return (
            <li key={id}>
              <Mark side={side(id)} /> {shortParty(id).text}:{' '}
              {say(vote === undefined ? 'sitting.no-vote-yet' : `appeal-position.${vote}`)}
            </li>
          )
        })}
      </ul>
    </Card>
  )
}

const MotionCard = ({ motion }: { readonly motion: Motion }) => {
  const { language, say } = useLocale()
  const { shortParty } = useNames()
  const who = shortParty(motion.delegation).text
  const opposing = motion.opposedBy.map((id) => shortParty(id).text)
  return (
    <Card
      heading={say('console.motion', { who, kind: say(`motion.${motion.kind}`) })}
      offers={[
        { words: say('sitting.oppose'), command: { type: 'OpposeMotion', motion: motion.motion } as const },
      ]}
    >
      <p>
        {opposing.length === 0
          ? say('sitting.motion-unopposed')
          : say('console.motion-opposed', { who: formatList(language, opposing) })}
      </p>
    </Card>
  )
}

type Offer = { readonly words: string; readonly command: ProceedingsCommand }

/** What is going on, and those of the offers that the rules let this seat take, each asked before it is done. */
const Card = ({
  heading,
  offers,
  children,
}: {
  readonly heading: string
  readonly offers: readonly Offer[]
  readonly children: ReactNode
}) => {
  const { proceedings, seat, act } = useRoom()
  const { say } = useLocale()
  const now = useServerNow()
  const [asked, setAsked] = useState<Offer>()
  const open = offers.filter(({ command }) => isAllowed(proceedings, seat, command, now))
  return (
    <section className={styles['card']} aria-label={heading}>
      <Icon name="gavel" />
      <h2>{heading}</h2>
      <div className={styles['rest']}>
        {children}
        {asked === undefined ? (
          open.length > 0 && (
            <div className={styles['acts']}>
              {open.map((offer) => (
                <Button key={offer.words} size="large" onPress={() => setAsked(offer)}>
                  {offer.words}
                </Button>
              ))}
            </div>
          )
        ) : (
          <Confirmation
            question={asked.words}
            note={heading}
            confirm={say('room.confirm')}
            cancel={say('room.cancel')}
            onCancel={() => setAsked(undefined)}
            onConfirm={() => {
              setAsked(undefined)
              void act(asked.command)
            }}
          />
        )}
      </div>
    </section>
  )
}
