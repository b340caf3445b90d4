import { base64OfBytes, bytesOfBase64 } from '@parley/client/base64'
import type { PadCursor, PadHand } from '@parley/client/pads'
import { Plugin, PluginKey, type EditorState } from 'prosemirror-state'
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view'
import {
  absolutePositionToRelativePosition,
  relativePositionToAbsolutePosition,
  ySyncPluginKey,
} from 'y-prosemirror'
import * as Y from 'yjs'
import type { PadReplica } from './pad-replica.ts'

/** What stands at somebody's cursor. */
export type CursorTag = (seat: string) => { readonly text: string; readonly lang: string }

const key = new PluginKey<DecorationSet>('remote-cursors')

/**
 * Shows where the others' cursors stand in this fragment, and tells them where one's own stands. While something is
 * composed nothing is drawn anew: a change of what stands beside the composition would end it.
 */
export const remoteCursors = (replica: PadReplica, fragment: string, tag: CursorTag): Plugin<DecorationSet> =>
  new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply: (transaction, drawn, _before, state) =>
        transaction.getMeta(key) === true && !replica.gate.isComposing()
          ? drawnIn(state, replica, fragment, tag)
          : drawn.map(transaction.mapping, transaction.doc),
    },
    props: { decorations: (state) => key.getState(state) },
    view: (view) => {
      const draw = (): void => {
        if (!view.isDestroyed && !replica.gate.isComposing()) view.dispatch(view.state.tr.setMeta(key, true))
      }
      const stop = replica.hands.subscribe(draw)
      const unpoint = (): void => replica.point(null)
      const point = (): void => {
        if (view.hasFocus()) replica.point(cursorIn(view, fragment))
      }
      view.dom.addEventListener('focus', point)
      view.dom.addEventListener('blur', unpoint)
      return {
        update: (_view, before) => {
          if (!before.selection.eq(view.state.selection) || before.doc !== view.state.doc) point()
        },
        destroy: () => {
          stop()
          view.dom.removeEventListener('focus', point)
          view.dom.removeEventListener('blur', unpoint)
        },
      }
    },
  })

type Binding = {
  readonly type: Y.XmlFragment
  readonly doc: Y.Doc
  readonly binding: { readonly mapping: Mapping }
}
type Mapping = Parameters<typeof absolutePositionToRelativePosition>[2]

const bindingOf = (state: EditorState): Binding => ySyncPluginKey.getState(state)

const cursorIn = ({ state }: EditorView, fragment: string): PadCursor => {
  const { type, binding } = bindingOf(state)
  const relative = (position: number): string =>
    base64OfBytes(
      Y.encodeRelativePosition(absolutePositionToRelativePosition(position, type, binding.mapping)),
    )
  return { fragment, anchor: relative(state.selection.anchor), head: relative(state.selection.head) }
}

const drawnIn = (state: EditorState, replica: PadReplica, fragment: string, tag: CursorTag): DecorationSet =>
  DecorationSet.create(
    state.doc,
    replica.hands.read().flatMap((hand) => drawnHand(state, hand, fragment, tag)),
  )

const drawnHand = (
  state: EditorState,
  { hand, seat, cursor }: PadHand,
  fragment: string,
  tag: CursorTag,
): readonly Decoration[] => {
  if (cursor?.fragment !== fragment) return []
  const { doc, type, binding } = bindingOf(state)
  const place = (relative: string): number | null =>
    relativePositionToAbsolutePosition(doc, type, positionOf(relative), binding.mapping)
  const [anchor, head] = [place(cursor.anchor), place(cursor.head)]
  if (anchor === null || head === null) return []
  const within = (position: number): number => Math.max(0, Math.min(position, state.doc.content.size - 1))
  const [from, to] = [Math.min(anchor, head), Math.max(anchor, head)].map(within)
  const flag = Decoration.widget(within(head), () => flagOf(tag(seat)), { key: `${hand}`, side: 10 })
  return from === undefined || to === undefined || from === to
    ? [flag]
    : [flag, Decoration.inline(from, to, { class: 'pad-chosen' })]
}

const positionOf = (relative: string): Y.RelativePosition | null => {
  try {
    return Y.decodeRelativePosition(bytesOfBase64(relative))
  } catch {
    return null
  }
}

/** A caret with a name. The name is for eyes: whoever listens hears who is here, not where each one's caret goes. */
const flagOf = ({ text, lang }: { readonly text: string; readonly lang: string }): HTMLElement => {
  const caret = document.createElement('span')
  caret.className = 'pad-caret'
  caret.setAttribute('aria-hidden', 'true')
  const name = document.createElement('span')
  name.className = 'pad-name'
  name.lang = lang
  name.dir = 'auto'
  name.textContent = text
  caret.append(name)
  return caret
}
