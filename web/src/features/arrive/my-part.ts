import type { MeetingView } from '@parley/client/parley-client'

type Item = MeetingView['agenda'][number]['item']
type Message = MeetingView['messages'][number]['message']

/** What a meeting holds for one person, in the order of the agenda. */
export type Part =
  | { readonly kind: 'chair' }
  | { readonly kind: 'reader'; readonly message: Message }
  | { readonly kind: 'speaker'; readonly item: Item }
  | { readonly kind: 'exchange'; readonly item: Item; readonly with: string }

/** Where a seat is named: in the chair, to read a message, to speak under an item, in an exchange. */
export const partsOf = (
  meeting: Pick<MeetingView, 'chair' | 'messages' | 'agenda'>,
  seat: string,
): readonly Part[] => [
  ...(meeting.chair.includes(seat) ? [{ kind: 'chair' } as const] : []),
  ...meeting.messages.flatMap(({ message }) =>
    message.reader === seat ? [{ kind: 'reader', message } as const] : [],
  ),
  ...meeting.agenda.flatMap(({ item }) => partUnder(item, seat)),
]

const partUnder = (item: Item, seat: string): readonly Part[] => {
  switch (item.kind) {
    case 'topic':
    case 'remarks':
      return item.speakers?.includes(seat) === true ? [{ kind: 'speaker', item }] : []
    case 'exchange': {
      const other = item.between.find((one) => one !== seat)
      return item.between.includes(seat) && other !== undefined
        ? [{ kind: 'exchange', item, with: other }]
        : []
    }
    case 'messages':
    case 'text':
    case 'adoption':
    case 'signature':
    case 'break':
      return []
  }
}
