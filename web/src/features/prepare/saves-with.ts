/** What of a key press is asked. */
export type KeyPress = {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly isComposing: boolean
  /** 229 while an input method is at work, in browsers that have already said the composing is over. */
  readonly keyCode: number
}

/**
 * Whether a key press in a field means “save”: Enter in a field of one line, Enter with Control or Command in one of
 * several. Never the Enter with which an input method takes over what was composed.
 */
export const savesWith = (press: KeyPress, lines: 'one' | 'many'): boolean => {
  if (press.key !== 'Enter' || press.isComposing || press.keyCode === 229) return false
  return lines === 'one' || press.ctrlKey || press.metaKey
}
