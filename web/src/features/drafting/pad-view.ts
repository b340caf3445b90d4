import { baseKeymap } from 'prosemirror-commands'
import { keymap } from 'prosemirror-keymap'
import { Slice, Fragment } from 'prosemirror-model'
import { EditorState, Plugin } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import { initProseMirrorDoc, redo, undo, ySyncPlugin, yUndoPlugin, yUndoPluginKey } from 'y-prosemirror'
import type { PadReplica } from './pad-replica.ts'
import { ownCaret } from './own-caret.ts'
import { padSchema } from './pad-schema.ts'
import { remoteCursors, type CursorTag } from './remote-cursors.ts'
import { fitForPad, PASSAGE_CHARACTERS } from './wording-of-pad.ts'

export type PadViewOptions = {
  readonly replica: PadReplica
  /** The fragment of the pad this editor is for. */
  readonly fragment: string
  readonly tag: CursorTag
  readonly isEditable: () => boolean
  /** What the editable element is called, what language it is in, and the like. */
  readonly attributes: Readonly<Record<string, string>>
}

/** One editor for one fragment of a pad. Undo takes back what one wrote oneself, and nothing of the others. */
export const createPadView = (place: HTMLElement, options: PadViewOptions): EditorView => {
  const { replica, fragment, tag, isEditable, attributes } = options
  const type = replica.doc.getXmlFragment(fragment)
  const { doc, mapping } = initProseMirrorDoc(type, padSchema)
  // A pad nobody has written in has no paragraph; the first to write makes it.
  const shown = doc.childCount === 0 ? padSchema.topNodeType.createAndFill() : doc
  if (shown === null) throw new Error('an empty pad cannot be shown')
  return new EditorView(place, {
    state: EditorState.create({
      doc: shown,
      plugins: [
        ownCaret(replica),
        ySyncPlugin(type, { mapping }),
        remoteCursors(replica, fragment, tag),
        yUndoPlugin(),
        composing(replica),
        steps(),
        keymap({ 'Mod-z': undo, 'Mod-y': redo, 'Mod-Shift-z': redo }),
        keymap(baseKeymap),
      ],
    }),
    editable: isEditable,
    attributes: { ...attributes },
    clipboardTextParser: (text) => plainSlice(fitForPad(text).slice(0, PASSAGE_CHARACTERS)),
    clipboardTextSerializer: (slice) => slice.content.textBetween(0, slice.content.size, '\n'),
    transformPasted: (slice) => plainSlice(fitForPad(textOf(slice)).slice(0, PASSAGE_CHARACTERS)),
  })
}

/** Tells the gate when an input method composes, and keeps its Enter from being anybody else's. */
const composing = ({ gate }: PadReplica): Plugin =>
  new Plugin({
    props: {
      handleDOMEvents: {
        compositionstart: () => {
          gate.compositionStarted()
          return false
        },
        compositionend: () => {
          gate.compositionEnded()
          return false
        },
        blur: () => {
          gate.flush()
          return false
        },
        // 229 is what some browsers send for a key the input method has taken.
        keydown: (_view, event) => event.isComposing || event.keyCode === 229,
      },
    },
  })

/** Whoever goes to another place begins something new: what is written there is taken back by itself. */
const steps = (): Plugin =>
  new Plugin({
    props: {
      handleDOMEvents: {
        focus: beginStep,
        pointerdown: beginStep,
        keydown: (view, event) => (MOVES.test(event.key) ? beginStep(view) : false),
      },
    },
  })

const beginStep = ({ state }: EditorView): false => {
  const undoing: unknown = yUndoPluginKey.getState(state)
  if (hasUndoManager(undoing)) undoing.undoManager.stopCapturing()
  return false
}

const MOVES = /^(Arrow\w+|Home|End|Page\w+)$/

const hasUndoManager = (
  state: unknown,
): state is { readonly undoManager: { readonly stopCapturing: () => void } } =>
  typeof state === 'object' && state !== null && 'undoManager' in state

const textOf = (slice: Slice): string => slice.content.textBetween(0, slice.content.size, '\n')

const plainSlice = (text: string): Slice => {
  const paragraphs = text.split('\n').map((line) => {
    const content = line === '' ? undefined : padSchema.text(line)
    return padSchema.node('paragraph', undefined, content)
  })
  return new Slice(Fragment.fromArray(paragraphs), 1, 1)
}
