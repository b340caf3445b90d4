/** The element of a block on the page. */
export const blockElementId = (block: string): string => `block-${block}`

/** Brings a block into view and the keyboard to it. */
export const goToBlock = (block: string): void => {
  const element = document.getElementById(blockElementId(block))
  element?.scrollIntoView({ block: 'start' })
  element?.focus({ preventScroll: true })
}
