import type { Instant } from './words/identity.ts'
import type { Role } from './meeting/things.ts'

/** Who is looking. */
export type Viewer =
  | { readonly kind: 'operator' }
  | { readonly kind: 'secretariat'; readonly seat: string; readonly party?: string }
  | { readonly kind: 'accredited'; readonly seat: string; readonly role: Role; readonly delegation?: string }
  | { readonly kind: 'public' }

/** What visibility depends on besides the event and the viewer. */
export type Circumstances = {
  readonly now: Instant
  /** Whether a release of this meeting has been published and its embargo has passed. */
  readonly recordPublic: boolean
}
