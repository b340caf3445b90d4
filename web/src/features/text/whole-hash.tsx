import { Fragment } from 'react'
import styles from './whole-hash.module.css'

const GROUP = /.{1,4}/g

/**
 * A hash with every digit, in groups that two people can read to each other. Copied, it is the hash and nothing else: the
 * gaps are drawn.
 */
export const WholeHash = ({ hash }: { readonly hash: string }) => (
  <code className={styles['hash']} dir="ltr" translate="no">
    {(hash.match(GROUP) ?? []).map((group, index) => (
      <Fragment key={`${index}`}>
        {index > 0 && <wbr />}
        <span>{group}</span>
      </Fragment>
    ))}
  </code>
)
