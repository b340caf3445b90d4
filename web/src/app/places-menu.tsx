import { Button, Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components'
import type { Key } from '@parley/messages/format'
import { Icon, type IconName } from '../ui/icon.tsx'
import { useCell } from './cell.ts'
import { chairView } from './chair-view.ts'
import { KeysDialog, keysShown } from './keys-dialog.tsx'
import { useLocale } from './locale.tsx'
import { forOtherTab } from './own-client.ts'
import { placesOf } from './places.ts'
import { useRoom } from './room-context.tsx'
import { pathOf, type MeetingView } from './routes.ts'
import { seatPlace, type SeatPlace } from './seat-place.ts'
import type { KeysOf } from './shortcuts.ts'
import { leave } from './sign-out.tsx'
import styles from './places-menu.module.css'

const SIGNS: Readonly<Record<MeetingView, IconName>> = {
  room: 'say',
  text: 'doc',
  chamber: 'lock',
  kit: 'mic',
  prepare: 'list',
  desk: 'send',
  screen: 'screen',
}
const WORDS: Readonly<Record<MeetingView, Key>> = {
  room: 'room.hall',
  text: 'room.text',
  chamber: 'room.chamber',
  kit: 'seats.kit',
  prepare: 'sitting.prepare',
  desk: 'seats.open-desk',
  screen: 'room.screen',
}

/** The one way from each place of a meeting to the others, and out: what this seat has, and nothing else. */
export const PlacesMenu = ({ view }: { readonly view: MeetingView }) => {
  const { meeting, seat, sitting } = useRoom()
  const { say } = useLocale()
  const shown = useCell(chairView)
  const chairs = meeting.chair.includes(seat)
  const { dialogue } = sitting.place
  return (
    <>
      <MenuTrigger>
        <Button className={styles['button'] ?? ''}>
          <Icon name="menu" small />
          <span>{say('sitting.places')}</span>
        </Button>
        <Popover className={styles['popover'] ?? ''} placement="bottom end">
          <Menu className={styles['menu'] ?? ''} aria-label={say('sitting.places')}>
            <MenuSection>
              <Header className="sr">{say('sitting.this-meeting')}</Header>
              {placesOf(meeting, seat).map((one) => (
                <PlaceItem key={one} to={one} isHere={one === view} />
              ))}
              {chairs && view === 'room' && (
                <MenuItem
                  id="chair-view"
                  className={styles['item'] ?? ''}
                  onAction={() => chairView.set(shown === 'room' ? 'console' : 'room')}
                >
                  <Icon name="gavel" small />
                  <span>{say(shown === 'room' ? 'console.view-console' : 'console.view-room')}</span>
                </MenuItem>
              )}
            </MenuSection>
            <MenuSection className={styles['rest'] ?? ''}>
              <Header className="sr">{say('sitting.yours')}</Header>
              <MenuItem
                id="dialogue"
                className={styles['item'] ?? ''}
                href={pathOf({ page: 'dialogue', dialogue })}
              >
                <Icon name="list" small />
                <span>{say('sitting.dialogue')}</span>
              </MenuItem>
              <MenuItem id="passkeys" className={styles['item'] ?? ''} href={pathOf({ page: 'keys' })}>
                <Icon name="lock" small />
                <span>{say('sitting.my-keys')}</span>
              </MenuItem>
              <MenuItem id="shortcuts" className={styles['item'] ?? ''} onAction={() => keysShown.set(true)}>
                <Icon name="keyboard" small />
                <span>{say('room.keys-title')}</span>
              </MenuItem>
              <MenuItem id="leave" className={styles['item'] ?? ''} onAction={leave}>
                <Icon name="leave" small />
                <span>{say('room.leave')}</span>
              </MenuItem>
            </MenuSection>
          </Menu>
        </Popover>
      </MenuTrigger>
      {view === 'room' && <KeysDialog whose={keysOf(seatPlace(meeting, seat), shown)} />}
      {view !== 'room' && <KeysDialog whose="delegate" />}
    </>
  )
}

/** The keys of the room as this seat is shown it. */
const keysOf = (place: SeatPlace, shown: 'console' | 'room'): KeysOf => {
  switch (place) {
    case 'chair':
      return shown === 'console' ? 'chair' : 'delegate'
    case 'interpreter':
      return 'interpreter'
    case 'delegate':
    case 'press':
    case 'observer':
      return 'delegate'
  }
}

const PlaceItem = ({ to, isHere }: { readonly to: MeetingView; readonly isHere: boolean }) => {
  const { sitting } = useRoom()
  const { say } = useLocale()
  const path = pathOf({ page: 'meeting', ...sitting.place, view: to })
  return (
    <MenuItem
      id={to}
      textValue={say(WORDS[to])}
      className={`${styles['item']} ${isHere ? styles['here'] : ''}`}
      {...(to === 'screen'
        ? { href: forOtherTab(path), target: '_blank', rel: 'noreferrer' }
        : { href: path })}
    >
      <Icon name={SIGNS[to]} small />
      <span>{say(WORDS[to])}</span>
      {isHere && <small>{say('sitting.you-are-here')}</small>}
    </MenuItem>
  )
}
