import { Plugin, TextSelection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import type { PadReplica } from './pad-replica.ts'

/**
 * Takes note of where one's own caret is before anything of the others' is drawn. A key moves the caret at once, and the
 * editor hears of it a little later; drawing in between would put the caret back where the editor last knew it.
 */
export const ownCaret = (replica: PadReplica): Plugin =>
  new Plugin({
    view: (view) => {
      const stop = replica.beforeOthers(() => takeNote(view))
      return { destroy: stop }
    },
  })

const takeNote = (view: EditorView): void => {
  const { selection, doc, tr } = view.state
  const shown = view.dom.ownerDocument.getSelection()
  if (!(selection instanceof TextSelection) || !view.hasFocus() || view.composing || shown === null) return
  const { anchorNode, focusNode } = shown
  if (anchorNode === null || focusNode === null) return
  if (!view.dom.contains(anchorNode) || !view.dom.contains(focusNode)) return
  const anchor = view.posAtDOM(anchorNode, shown.anchorOffset)
  const head = view.posAtDOM(focusNode, shown.focusOffset)
  if (anchor === selection.anchor && head === selection.head) return
  view.dispatch(tr.setSelection(TextSelection.between(doc.resolve(anchor), doc.resolve(head))))
}
