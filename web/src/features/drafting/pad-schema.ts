import { Schema } from 'prosemirror-model'

/** What a pad can hold, which is what a passage of the record can: paragraphs of plain text. */
export const padSchema = new Schema({
  nodes: {
    doc: { content: 'paragraph+' },
    paragraph: { content: 'text*', toDOM: () => ['p', 0], parseDOM: [{ tag: 'p' }, { tag: 'div' }] },
    text: {},
  },
})
