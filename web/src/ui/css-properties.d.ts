import 'react'

declare module 'react' {
  /** Custom properties may be set where a style is: they carry lengths, never colours. */
  interface CSSProperties {
    [property: `--${string}`]: string | number | undefined
  }
}
