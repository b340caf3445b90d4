import { useEffect } from 'react'
import { useLocale } from '../../app/locale.tsx'
import type { PadStanding } from './pad-replica.ts'
import styles from './pad-state.module.css'

const WORDS = {
  joining: 'drafting.joining',
  together: 'drafting.together',
  apart: 'drafting.apart',
  full: 'drafting.full',
  closed: 'drafting.closed',
} as const

/** How one's own copy stands with the others', in words. Leaving while it is apart would lose what was written since. */
export const PadState = ({ standing }: { readonly standing: PadStanding }) => {
  const { say } = useLocale()
  useEffect(() => {
    if (standing !== 'apart') return
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [standing])
  return (
    <p className={`${styles['state']} ${standing === 'together' ? '' : styles['notable']}`} role="status">
      {say(WORDS[standing])}
    </p>
  )
}
