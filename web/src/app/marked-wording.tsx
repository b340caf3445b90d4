import { directionOf } from '@parley/messages/choose-catalogue'
import { useMemo } from 'react'
import { useLocale } from './locale.tsx'
import { differences, type Part } from '../ui/differences/differences.ts'
import styles from './marked-wording.module.css'

/** One wording in one language. With `before`, what changed from it is marked, by shape as well as by shade. */
export const MarkedWording = ({
  language,
  text,
  before,
  className,
}: {
  readonly language: string
  readonly text: string
  readonly before?: string | undefined
  readonly className?: string | undefined
}) => (
  <p lang={language} dir={directionOf(language)} className={className}>
    {before === undefined ? text : <Changed language={language} before={before} after={text} />}
  </p>
)

const Changed = ({
  language,
  before,
  after,
}: {
  readonly language: string
  readonly before: string
  readonly after: string
}) => {
  const { say } = useLocale()
  const found = useMemo(() => differences(language, before, after), [language, before, after])
  switch (found.kind) {
    case 'same':
      return found.text
    case 'whole':
      return (
        <>
          <Note words={say('negotiation.whole-before')} />
          <del className={styles['whole']}>{found.before}</del>
          <Note words={say('negotiation.whole-after')} />
          <ins className={styles['whole']}>{found.after}</ins>
        </>
      )
    case 'typography':
    case 'words':
      return (
        <>
          {found.kind === 'typography' && <Note words={say('negotiation.typography')} />}
          {found.parts.map((part, index) => (
            <Piece key={`${index}`} part={part} />
          ))}
        </>
      )
  }
}

/** Words of the page inside words of the text. */
const Note = ({ words }: { readonly words: string }) => {
  const { language } = useLocale()
  return (
    <small className={styles['note']} lang={language} dir={directionOf(language)}>
      {words}
    </small>
  )
}

const Piece = ({ part }: { readonly part: Part }) =>
  'same' in part ? (
    part.same
  ) : (
    <>
      {part.before !== '' && <del className={styles['gone']}>{part.before}</del>}
      {part.after !== '' && <ins className={styles['come']}>{part.after}</ins>}
    </>
  )
