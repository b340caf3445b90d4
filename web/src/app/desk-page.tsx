import { useLocale } from './locale.tsx'
import { NoticePage } from './notice-page.tsx'

export const DeskPage = () => {
  const { say } = useLocale()
  return <NoticePage title={say('room.loading')} />
}
