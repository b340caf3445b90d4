import { useEffect, useState } from 'react'
import { useLocale } from './locale.tsx'
import { NoticePage } from './notice-page.tsx'

/** What is over within this time is not worth a word: it would flash, and drawing it would hold up what is to come. */
const PATIENCE_MS = 300

/** Stands where a page will be as soon as it has come. */
export const OpeningPage = () => {
  const { say } = useLocale()
  const [isLong, setIsLong] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setIsLong(true), PATIENCE_MS)
    return () => clearTimeout(timer)
  }, [])
  return isLong ? <NoticePage title={say('room.loading')} /> : null
}
