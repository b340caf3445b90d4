import type { ReactNode } from 'react'
import { Brand } from './brand.tsx'
import { LanguageChoice } from './language-choice.tsx'
import styles from './enter-page.module.css'

/** A page outside the room: the product's name, the choice of language, and what the page is about. */
export const ArrivalFrame = ({ children }: { readonly children: ReactNode }) => (
  <>
    <header className={styles['top']}>
      <Brand />
      <LanguageChoice />
    </header>
    {children}
  </>
)
