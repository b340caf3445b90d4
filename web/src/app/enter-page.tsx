import type { InvitationView } from '@parley/client/parley-client'
import type { OwnSeat } from '@parley/client/own-seat'
import type { Result, Trouble } from '@parley/client/result'
import { problemText } from '@parley/messages/problem-text'
import { useEffect, useState } from 'react'
import { Arrival } from '../features/arrive/arrival.tsx'
import { passkeyOffer } from '../features/arrive/passkey-offer.tsx'
import { ArrivalFrame } from './arrival-frame.tsx'
import { useLocale } from './locale.tsx'
import { NoticePage } from './notice-page.tsx'
import { keepSlot } from './own-client.ts'
import { pathOf } from './routes.ts'
import { comeIn, lookAt, whoAmI } from './session.ts'

type Seat = Pick<InvitationView, 'principal' | 'card'> & { readonly lobby: boolean }

type Entering =
  | { readonly step: 'looking' }
  | { readonly step: 'no-invitation' }
  | { readonly step: 'refused'; readonly trouble: Trouble }
  /** `isIn`: there is a session already. */
  | { readonly step: 'seen'; readonly seat: Seat; readonly isIn: boolean }

/**
 * Where an invitation's link leads. It shows who one is about to be; only pressing Enter trades the invitation for a
 * session, so that neither a preview of the link nor a mistaken press uses it up.
 */
export const EnterPage = ({ invitation }: { readonly invitation: string }) => {
  const { language, say } = useLocale()
  const [entering, setEntering] = useState<Entering>({ step: 'looking' })
  const [isBusy, setBusy] = useState(false)
  useEffect(() => {
    void look(invitation, language).then(setEntering)
    // Once: the language it was asked in only words a refusal.
  }, [invitation])

  const enter = async (seat: Seat, isIn: boolean): Promise<void> => {
    if (isBusy) return
    setBusy(true)
    const came: Result<void> = isIn ? { ok: true, value: undefined } : await comeIn(invitation)
    if (!came.ok) return setEntering({ step: 'refused', trouble: came.problem })
    if (!isIn) passkeyOffer.set(true)
    location.assign(inSameLanguage(roomOf(seat.principal)))
  }

  return (
    <ArrivalFrame>
      {entering.step === 'looking' && <NoticePage title={say('foyer.entering')} />}
      {entering.step === 'no-invitation' && (
        <NoticePage title={say('foyer.invitation-missing')}>
          <SignInLink />
        </NoticePage>
      )}
      {entering.step === 'refused' && (
        <NoticePage title={problemText(language, entering.trouble)}>
          <SignInLink />
        </NoticePage>
      )}
      {entering.step === 'seen' && (
        <Arrival
          card={entering.seat.card}
          invitation={entering.isIn ? undefined : { lobby: entering.seat.lobby }}
          onEnter={() => void enter(entering.seat, entering.isIn)}
        />
      )}
    </ArrivalFrame>
  )
}

const SignInLink = () => {
  const { say } = useLocale()
  return (
    <p>
      <a href={pathOf({ page: 'sign-in' })}>{say('arrive.sign-in-passkey')}</a>
    </p>
  )
}

/** The room of a seat: its meeting's, or its dialogue's. */
export const roomOf = ({ dialogue, meeting }: OwnSeat['principal']): string =>
  pathOf(
    meeting === undefined
      ? { page: 'dialogue', dialogue }
      : { page: 'meeting', dialogue, meeting, view: 'room' },
  )

/** A language that the link asked for is asked for inside too. */
const inSameLanguage = (path: string): string => {
  const asked = new URLSearchParams(location.search).get('lang')
  return asked === null ? path : `${path}?lang=${encodeURIComponent(asked)}`
}

const look = async (invitation: string, language: string): Promise<Entering> => {
  if (invitation === '') {
    // Without an invitation whoever is already signed in is shown who they are.
    const who = await whoAmI(language)
    if (!who.ok) return { step: 'no-invitation' }
    const { principal, card, waits } = who.value
    return { step: 'seen', seat: { principal, card, lobby: waits }, isIn: true }
  }
  const looked = await lookAt(invitation, language)
  if (!looked.ok) return { step: 'refused', trouble: looked.problem }
  const { state, principal, card, lobby, slot } = looked.value
  if (state === 'entered') keepSlot(slot)
  return { step: 'seen', seat: { principal, card, lobby }, isIn: state === 'entered' }
}
