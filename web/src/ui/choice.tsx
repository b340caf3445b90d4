import type { ReactNode } from 'react'
import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { Icon } from './icon.tsx'
import button from './button.module.css'
import styles from './choice.module.css'

export type ChoiceOption<Id extends string> = { readonly id: Id; readonly words: string }

/** A button that opens a list of acts. With `label` and no children it shows only a sign, and is named by the label. */
export const Choice = <Id extends string>({
  children,
  label,
  look = 'plain',
  size = 'control',
  options,
  onChoose,
}: {
  readonly children?: ReactNode
  readonly label?: string
  readonly look?: 'plain' | 'primary' | 'quiet'
  readonly size?: 'control' | 'large' | 'huge'
  readonly options: readonly ChoiceOption<Id>[]
  readonly onChoose: (id: Id) => void
}) => (
  <MenuTrigger>
    <AriaButton
      className={`${button['button']} ${button[look]} ${button[size]} ${styles['trigger']}`}
      {...(label === undefined ? {} : { 'aria-label': label })}
    >
      {children}
      <Icon name="down" small />
    </AriaButton>
    <Popover className={styles['popover'] ?? ''} placement="top end">
      <Menu
        className={styles['menu'] ?? ''}
        onAction={(key) => {
          const chosen = options.find(({ id }) => id === key)
          if (chosen !== undefined) onChoose(chosen.id)
        }}
      >
        {options.map(({ id, words }) => (
          <MenuItem key={id} id={id} className={styles['item'] ?? ''}>
            {words}
          </MenuItem>
        ))}
      </Menu>
    </Popover>
  </MenuTrigger>
)
