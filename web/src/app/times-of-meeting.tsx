import { lazy, Suspense } from 'react'
import { useLocale } from './locale.tsx'

/** How a meeting used its time, as pictures; they are fetched when first looked at. */
export const TimesOfMeeting = ({ timeZone }: { readonly timeZone: string }) => {
  const { say } = useLocale()
  return (
    <Suspense fallback={<p>{say('room.loading')}</p>}>
      <MeetingTimes timeZone={timeZone} />
    </Suspense>
  )
}

const MeetingTimes = lazy(async () => ({
  default: (await import('../features/charts/meeting-times.tsx')).MeetingTimes,
}))
