import type { ReactNode } from 'react'
import styles from './icon.module.css'

export type IconName = keyof typeof PATHS

/** A sign beside a word; it is never the only carrier of a meaning, and so is hidden from screen readers. */
export const Icon = ({ name, small = false }: { readonly name: IconName; readonly small?: boolean }) => (
  <svg
    className={`${styles['icon']} ${small ? styles['small'] : ''} ${MIRRORED.has(name) ? styles['mirrored'] : ''}`}
    viewBox="0 0 20 20"
    aria-hidden="true"
  >
    {PATHS[name]}
  </svg>
)

/** What points along the line of writing; clocks, digits and media are not mirrored. */
const MIRRORED: ReadonlySet<string> = new Set(['reply', 'leave', 'back'])

const PATHS = {
  back: <path d="M12 5l-5 5 5 5" />,
  camera: (
    <>
      <rect x="2.500" y="5.500" width="10" height="9" rx="1.500" />
      <path d="M12.500 9l5-2.500v7l-5-2.500" />
    </>
  ),
  chart: <path d="M3.500 3v13.500H17M7 13V9.500M10.500 13V6M14 13v-5" />,
  check: <path d="M4 10.5l4 4 8-9" />,
  doc: <path d="M5 2.5h7l3 3v12H5zM7.5 9h5M7.5 12h5M7.5 15h3" />,
  door: <path d="M4.500 17.500V3h8v14.500M2.500 17.500h15M9.500 10.500h.5" />,
  down: <path d="M6 8l4 4 4-4" />,
  gavel: (
    <>
      <path d="M8.5 4l5 5M6.5 6l5 5M7.500 3l-2 2M14.500 10l-2 2M9.500 8.500l7.500 7.500" />
      <path d="M3 17.500h7" />
    </>
  ),
  float: (
    <>
      <path d="M17.500 9V4.500h-15v10H9" />
      <rect x="11" y="11" width="7" height="5" rx="1" fill="currentColor" stroke="none" />
    </>
  ),
  hand: (
    <path d="M6.5 10.5V5.2a1 1 0 0 1 2 0V9.500M8.500 9V3.700a1 1 0 0 1 2 0V9M10.500 9V4.700a1 1 0 0 1 2 0V10M12.500 10V6.700a1 1 0 0 1 2 0V12c0 3.200-2 5.500-4.700 5.500-2.200 0-3.400-1-4.400-2.800l-1.900-3.300c-.5-1 .8-1.800 1.500-1l1.500 1.800V8" />
  ),
  keyboard: <path d="M2.500 5h15v10h-15zM5 8h1M8 8h1M11 8h1M14 8h1M6 12h8" />,
  leave: <path d="M8 3.500H4.500v13H8M12 6.500l3.500 3.500-3.500 3.500M15.500 10H8" />,
  list: <path d="M7 5.500h9M7 10h9M7 14.500h9M4 5.500h.01M4 10h.01M4 14.500h.01" />,
  lock: (
    <>
      <rect x="4" y="9" width="12" height="8" rx="1.500" />
      <path d="M6.500 9V6.500a3.500 3.500 0 0 1 7 0V9" />
    </>
  ),
  menu: <path d="M3.500 5.500h13M3.500 10h13M3.500 14.500h13" />,
  mic: (
    <>
      <rect x="7.500" y="2.500" width="5" height="9" rx="2.500" />
      <path d="M4.500 9.500a5.500 5.500 0 0 0 11 0M10 15v2.500M7.500 17.500h5" />
    </>
  ),
  'mic-locked': (
    <>
      <rect x="6.5" y="2.500" width="5" height="9" rx="2.500" />
      <path d="M3.500 9.500a5.500 5.500 0 0 0 5.500 5.500v2.500M7 17.500h4" />
      <rect x="11.500" y="12.500" width="6" height="5" rx="1" />
      <path d="M13 12.500v-1.500a1.500 1.500 0 0 1 3 0v1.500" />
    </>
  ),
  note: <path d="M5 4.500h10M5 8h10M5 11.500h10M5 15h6" />,
  order: (
    <>
      <path d="M10 2.500L17.500 10 10 17.500 2.500 10Z" />
      <path d="M10 6.500v4M10 13.200v.1" />
    </>
  ),
  pause: <path d="M7 4.500v11M13 4.500v11" />,
  pin: <path d="M7.500 3h5M8.500 3v5.500l-2.500 3h8l-2.500-3V3M10 11.500v5.500" />,
  play: <path d="M6.500 4.500l9 5.500-9 5.500z" />,
  question: <path d="M7 7.500a3 3 0 1 1 4.200 2.800c-.8.400-1.200.900-1.200 2M10 15.400v.1" />,
  record: (
    <>
      <circle cx="10" cy="10" r="6.500" />
      <circle cx="10" cy="10" r="2.600" fill="currentColor" stroke="none" />
    </>
  ),
  reply: <path d="M7.500 5L3.500 9l4 4M4 9h8a4.500 4.500 0 0 1 0 9" />,
  say: <path d="M3.500 4.500h13v9h-7l-3.500 3v-3h-2.500z" />,
  screen: <path d="M2.500 4h15v10h-15zM7 17h6M10 14v3" />,
  send: <path d="M10 16V4M5 9l5-5 5 5" />,
  settings: (
    <>
      <path d="M3 6h8M15 6h2M3 14h2M9 14h8" />
      <circle cx="13" cy="6" r="2" />
      <circle cx="7" cy="14" r="2" />
    </>
  ),
  speaker: (
    <path d="M3.500 8v4h3l4 3.500v-11l-4 3.500zM13.500 7.500a3.500 3.500 0 0 1 0 5M15.500 5.500a6.500 6.500 0 0 1 0 9" />
  ),
  cross: <path d="M5 5l10 10M15 5L5 15" />,
} satisfies Record<string, ReactNode>
