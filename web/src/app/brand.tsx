import styles from './brand.module.css'

/** The product's own name, which is the same in every language. */
export const Brand = () => (
  <span className={styles['brand']} lang="en" dir="ltr">
    <svg width="22" height="22" viewBox="0 0 22 22" aria-hidden="true">
      <rect x="1" y="6" width="8" height="10" rx="1" fill="var(--a)" />
      <circle cx="17" cy="11" r="4.6" fill="var(--b)" />
      <path d="M11.3 3v16" stroke="var(--ink)" strokeWidth="1.5" />
    </svg>
    <span>Parley</span>
  </span>
)
