import type { Draft } from '@parley/domain/chamber'
import type { TextState } from '@parley/domain/text/state'
import { useLocale } from '../../app/locale.tsx'
import { placeOf } from './draft-lines.ts'

/** What a draft is of: a change of a block, or a new block and where it is to stand. */
export const DraftName = ({
  draft,
  text,
}: {
  readonly draft: Draft
  readonly text: TextState | undefined
}) => {
  const { say } = useLocale()
  const place = placeOf(text, draft.block)
  if (draft.base !== undefined || (place !== undefined && draft.proposal === undefined)) {
    return <>{say('drafting.change-of', { place: place ?? 0 })}</>
  }
  if (draft.proposal !== undefined) return <>{say('drafting.new-tabled')}</>
  const after = draft.after == null ? undefined : placeOf(text, draft.after)
  if (draft.after === null) return <>{say('drafting.new-first')}</>
  return <>{after === undefined ? say('drafting.new-last') : say('drafting.new-after', { place: after })}</>
}
