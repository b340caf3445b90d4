import { Component, type ReactNode } from 'react'
import { Button } from '../ui/button.tsx'
import { useLocale } from './locale.tsx'
import { NoticePage } from './notice-page.tsx'

/** Stands in for a page that could not be drawn: without it nothing at all would be left on the screen. */
export class Halted extends Component<{ readonly children: ReactNode }, { readonly isHalted: boolean }> {
  override state = { isHalted: false }

  static getDerivedStateFromError(): { readonly isHalted: boolean } {
    return { isHalted: true }
  }

  override render(): ReactNode {
    return this.state.isHalted ? <HaltedPage /> : this.props.children
  }
}

const HaltedPage = () => {
  const { say } = useLocale()
  return (
    <NoticePage title={say('room.halted-title')}>
      <p role="alert">{say('room.halted')}</p>
      <Button look="primary" size="large" onPress={() => location.reload()}>
        {say('room.reload')}
      </Button>
    </NoticePage>
  )
}
