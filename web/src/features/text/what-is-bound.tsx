import type { TextState } from '@parley/domain/text/state'
import { directionOf } from '@parley/messages/choose-catalogue'
import { languageName } from '@parley/messages/quantities'
import { lookup } from '@parley/domain/words/lookup'
import { useLocale } from '../../app/locale.tsx'
import { WholeHash } from './whole-hash.tsx'
import styles from './what-is-bound.module.css'

/** Exactly what somebody binds to: the title in every authentic language, how many blocks, and the whole hash. */
export const WhatIsBound = ({ text }: { readonly text: TextState }) => {
  const { language: mine, say } = useLocale()
  const { adopted, languages, title } = text
  if (adopted === undefined) return null
  return (
    <dl className={styles['what']}>
      <dt>{say('negotiation.authentic', { count: languages.length })}</dt>
      {languages.map((one) => (
        <dd key={one}>
          <small>{languageName(mine, one)}</small>{' '}
          <span lang={one} dir={directionOf(one)}>
            {lookup(title, one)}
          </span>
        </dd>
      ))}
      <dt>{say('negotiation.exactly', { count: adopted.blocks.length })}</dt>
      <dd>
        <WholeHash hash={adopted.root} />
      </dd>
    </dl>
  )
}
