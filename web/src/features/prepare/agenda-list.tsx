import type { ItemState } from '@parley/domain/meeting/state'
import { speakersNamed } from '@parley/domain/meeting/named-speakers'
import { formatMinutes } from '@parley/messages/quantities'
import { Button as AriaButton, GridList, GridListItem, useDragAndDrop } from 'react-aria-components'
import { useLocale } from '../../app/locale.tsx'
import { useNames, useRoom } from '../../app/room-context.tsx'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Words } from '../../ui/words.tsx'
import { positionAfter } from './position-after.ts'
import { MissingLanguages } from './wordings.tsx'
import part from './part.module.css'
import styles from './agenda-list.module.css'

export type AgendaLine = { readonly state: ItemState; readonly time: string }

type AgendaListProps = {
  readonly lines: readonly AgendaLine[]
  readonly mayEdit: boolean
  readonly onMove: (item: string, position: number) => void
  readonly onAmend: (item: string) => void
  readonly onRemove: (item: string) => void
}

/** The items, put in another order by dragging, by the keys of the handle, or one place up or down. */
export const AgendaList = ({ lines, mayEdit, onMove, onAmend, onRemove }: AgendaListProps) => {
  const { say } = useLocale()
  const { words } = useNames()
  const order = lines.map(({ state }) => state.item.id)
  const isAhead = (id: string): boolean =>
    lines.some(({ state }) => state.item.id === id && state.status === 'ahead')
  const { dragAndDropHooks } = useDragAndDrop({
    isDisabled: !mayEdit,
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': titleOf(lines, words, String(key)) })),
    onReorder: ({ keys, target }) => {
      const [moved] = [...keys].map(String)
      if (moved === undefined || !isAhead(moved)) return
      const position = positionAfter(order, moved, String(target.key), target.dropPosition)
      if (position !== undefined) onMove(moved, position)
    },
  })
  if (lines.length === 0) return null
  return (
    <GridList
      // A list that can be moved about, and one that cannot any more, are two lists to the library.
      key={mayEdit ? 'movable' : 'fixed'}
      className={styles['list'] ?? ''}
      aria-label={say('prepare.agenda')}
      keyboardNavigationBehavior="tab"
      items={lines.map((line) => ({ id: line.state.item.id, line }))}
      dependencies={[mayEdit, lines]}
      {...(mayEdit ? { dragAndDropHooks } : {})}
    >
      {({ id, line }) => {
        const place = order.indexOf(id)
        const title = words(line.state.item.title)
        const mayMove = mayEdit && line.state.status === 'ahead'
        return (
          <GridListItem
            id={id}
            textValue={title.text === '' ? id : title.text}
            className={styles['line'] ?? ''}
          >
            {mayMove ? (
              <AriaButton
                slot="drag"
                className={styles['handle'] ?? ''}
                aria-label={say('prepare.drag', { item: title.text })}
              >
                <Icon name="list" small />
              </AriaButton>
            ) : (
              <span />
            )}
            <Line line={line} number={place + 1} />
            {mayMove && (
              <ItemActs
                title={title.text}
                isFirst={place === 0}
                isLast={place === order.length - 1}
                onMoveBy={(by) => onMove(id, place + by)}
                onAmend={() => onAmend(id)}
                onRemove={() => onRemove(id)}
              />
            )}
          </GridListItem>
        )
      }}
    </GridList>
  )
}

const ItemActs = ({
  title,
  isFirst,
  isLast,
  onMoveBy,
  onAmend,
  onRemove,
}: {
  readonly title: string
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly onMoveBy: (places: -1 | 1) => void
  readonly onAmend: () => void
  readonly onRemove: () => void
}) => {
  const { say } = useLocale()
  return (
    <div className={`${part['acts']} ${styles['acts']}`}>
      <Button
        look="quiet"
        label={say('prepare.move-up', { item: title })}
        reason={isFirst ? say('prepare.is-first') : undefined}
        onPress={() => onMoveBy(-1)}
      >
        <span className={styles['up']}>
          <Icon name="down" small />
        </span>
      </Button>
      <Button
        look="quiet"
        label={say('prepare.move-down', { item: title })}
        reason={isLast ? say('prepare.is-last') : undefined}
        onPress={() => onMoveBy(1)}
      >
        <Icon name="down" small />
      </Button>
      <Button look="quiet" label={say('prepare.amend-this', { what: title })} onPress={onAmend}>
        {say('prepare.amend')}
      </Button>
      <Button look="quiet" label={say('prepare.remove-this', { what: title })} onPress={onRemove}>
        {say('prepare.remove')}
      </Button>
    </div>
  )
}

const titleOf = (
  lines: readonly AgendaLine[],
  words: ReturnType<typeof useNames>['words'],
  id: string,
): string => words(lines.find(({ state }) => state.item.id === id)?.state.item.title).text

const Line = ({
  line: {
    state: { item },
    time,
  },
  number,
}: {
  readonly line: AgendaLine
  readonly number: number
}) => {
  const { meeting } = useRoom()
  const { language, say } = useLocale()
  const { words, other, person } = useNames()
  const second = other(item.title)
  const speakers = speakersNamed(item)
  return (
    <div className={styles['words']}>
      <span className={styles['time']}>{time}</span>
      <div className={part['what']}>
        <b>
          {number}. <Words {...words(item.title)} />
        </b>
        {second !== undefined && (
          <small>
            <Words {...second} />
          </small>
        )}
        <small>
          {say(`item-kind.${item.kind}`)}
          {item.plannedMinutes !== undefined && ` · ${formatMinutes(language, item.plannedMinutes)}`}
          {speakers.map((seat) => (
            <span key={seat}>
              {' · '}
              <Words {...person(seat)} />
            </span>
          ))}
        </small>
        <MissingLanguages wording={item.title} languages={meeting.languages} />
      </div>
    </div>
  )
}
