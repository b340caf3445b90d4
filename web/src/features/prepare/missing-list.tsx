import { missingBeforeOpening } from '@parley/domain/meeting/views/missing'
import type { Missing } from '@parley/domain/refusal'
import { missingText } from '@parley/messages/problem-text'
import { useLocale } from '../../app/locale.tsx'
import { namingIn } from '../../app/naming.ts'
import { useNames, useRoom } from '../../app/room-context.tsx'
import { pathOf } from '../../app/routes.ts'
import { useArrivals } from '../../app/use-arrivals.ts'
import { Icon } from '../../ui/icon.tsx'
import type { MayPrepare } from './may-prepare.ts'
import { useOpenForms } from './open-forms.tsx'
import { whereaboutsOf, type Whereabouts } from './whereabouts.ts'
import styles from './missing-list.module.css'

/** What is still missing before the meeting can open; each line leads to where it is put right, or says who can. */
export const MissingList = ({ may }: { readonly may: MayPrepare }) => {
  const { meeting, sitting } = useRoom()
  const { say } = useLocale()
  const { blocking, advisory } = missingBeforeOpening(meeting)
  const room = pathOf({ page: 'meeting', ...sitting.place, view: 'room' })
  if (meeting.phase !== 'convened') {
    return (
      <div className={styles['box']}>
        <p>{say(`prepare.phase-${meeting.phase === 'adjourned' ? 'over' : 'open'}`)}</p>
        <a className={styles['go']} href={room}>
          {say('prepare.to-room')}
        </a>
      </div>
    )
  }
  return (
    <section className={styles['box']} aria-labelledby="missing-heading">
      <h2 id="missing-heading">{say('room.missing')}</h2>
      <div role="status">
        {blocking.length === 0 ? (
          <p className={styles['ready']}>
            <Icon name="check" /> {say('prepare.ready')}
          </p>
        ) : (
          <p className="sr">{say('prepare.still-missing', { count: blocking.length })}</p>
        )}
      </div>
      <Lines missing={blocking} may={may} />
      {blocking.length === 0 && <WhatNow room={room} />}
      {advisory.length > 0 && (
        <>
          <h3>{say('prepare.advisory')}</h3>
          <Lines missing={advisory} may={may} />
        </>
      )}
    </section>
  )
}

/** Nothing is missing: people are invited, and once all of one's own are, the room is next. */
const WhatNow = ({ room }: { readonly room: string }) => {
  const { sitting } = useRoom()
  const { say } = useLocale()
  const { arrivals } = useArrivals(sitting.place)
  const isAnybodyLeft = [...(arrivals?.values() ?? [])].some(({ state }) => state === 'not-invited')
  return (
    <>
      {isAnybodyLeft && (
        <a className={styles['go']} href="#invitations">
          {say('prepare.go-invite')}
        </a>
      )}
      <a className={styles[isAnybodyLeft ? 'later' : 'go']} href={room}>
        {say('prepare.to-room')}
      </a>
    </>
  )
}

const Lines = ({ missing, may }: { readonly missing: readonly Missing[]; readonly may: MayPrepare }) => {
  const { meeting, proceedings } = useRoom()
  const { language, say } = useLocale()
  const { party } = useNames()
  const { open } = useOpenForms()
  const naming = namingIn(proceedings, language)
  return (
    <ul className={styles['lines']}>
      {missing.map((one) => {
        const where = whereaboutsOf(one, meeting)
        const text = missingText(language, one, naming)
        return (
          <li key={JSON.stringify(one)}>
            {isMine(where, may) ? (
              <button
                type="button"
                onClick={() => {
                  if (where.form === undefined) document.getElementById(where.section)?.scrollIntoView()
                  else open(where.form)
                }}
              >
                {text}
              </button>
            ) : (
              <p>
                {text}
                {where.delegation !== undefined && (
                  <small>{say('prepare.theirs-to-do', { who: party(where.delegation).text })}</small>
                )}
              </p>
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** Whether this person may put it right. */
const isMine = ({ section, delegation }: Whereabouts, may: MayPrepare): boolean => {
  switch (section) {
    case 'theme':
      return may.theme()
    case 'people':
      return may.people(delegation)
    case 'chair':
      return may.chair
    case 'agenda':
      return may.agenda
    case 'messages':
      return delegation !== undefined && may.messages(delegation)
    case 'time':
      return may.time
    case 'documents':
    case 'texts':
    case 'invitations':
      return false
  }
}
