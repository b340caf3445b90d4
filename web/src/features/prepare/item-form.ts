import type { AgendaItem } from '@parley/domain/meeting/things'
import { filled, lacking, type Filled } from './filled.ts'
import { formOf, problemsIn, wordingOf, type WordingForm } from './wording-form.ts'

export type ItemKind = AgendaItem['kind']

export const ITEM_KINDS: readonly ItemKind[] = [
  'messages',
  'topic',
  'exchange',
  'text',
  'adoption',
  'signature',
  'remarks',
  'break',
]

/** An agenda item as it is entered. Fields a kind has no use for keep what stood in them, and are left out of the item. */
export type ItemForm = {
  readonly kind: ItemKind
  readonly title: WordingForm
  /** As written; empty where no length is planned. */
  readonly minutes: string
  readonly speakers: readonly string[]
  readonly between: readonly [string, string]
  /** Empty where no text is chosen. */
  readonly text: string
}

export const emptyItem: ItemForm = {
  kind: 'topic',
  title: {},
  minutes: '',
  speakers: [],
  between: ['', ''],
  text: '',
}

export const itemForm = (item: AgendaItem): ItemForm => {
  const { kind } = item
  const form = {
    ...emptyItem,
    kind,
    title: formOf(item.title),
    minutes: item.plannedMinutes === undefined ? '' : String(item.plannedMinutes),
  }
  switch (kind) {
    case 'topic':
    case 'remarks':
      return { ...form, speakers: item.speakers ?? [] }
    case 'exchange':
      return { ...form, between: [item.between[0] ?? '', item.between[1] ?? ''] }
    case 'text':
    case 'adoption':
    case 'signature':
      return { ...form, text: item.text ?? '' }
    case 'messages':
    case 'break':
      return form
  }
}

const MINUTES_LIMIT = 1440

/** Places a new item at the end of the agenda. */
export const placing = (form: ItemForm, id: string): Filled => itemAct('PlaceItem', form, id)

/** Changes an item where it stands. Its kind stays: the record takes another kind only as another item. */
export const amending = (form: ItemForm, id: string): Filled => itemAct('AmendItem', form, id)

const itemAct = (type: 'PlaceItem' | 'AmendItem', form: ItemForm, id: string): Filled => {
  const title = wordingOf(form.title)
  if (title === undefined) return lacking('title')
  if (Object.keys(problemsIn(form.title, 'one')).length > 0) return lacking('wrong')
  const minutes = form.minutes.trim() === '' ? undefined : Number(form.minutes)
  if (minutes !== undefined && (!Number.isInteger(minutes) || minutes < 1 || minutes > MINUTES_LIMIT)) {
    return lacking('minutes')
  }
  if (form.kind === 'exchange' && form.between.includes('')) return lacking('two-people')
  const fields = { id, title, ...(minutes === undefined ? {} : { plannedMinutes: minutes }) }
  return filled({ type, item: itemOf(form, fields) })
}

type Fields = Pick<AgendaItem, 'id' | 'title' | 'plannedMinutes'>

const itemOf = ({ kind, speakers, between, text }: ItemForm, fields: Fields): AgendaItem => {
  switch (kind) {
    case 'topic':
    case 'remarks':
      return { kind, ...fields, ...(speakers.length === 0 ? {} : { speakers: [...speakers] }) }
    case 'exchange':
      return { kind, ...fields, between: [...between] }
    case 'text':
    case 'adoption':
    case 'signature':
      return { kind, ...fields, ...(text === '' ? {} : { text }) }
    case 'messages':
    case 'break':
      return { kind, ...fields }
  }
}
