import type { Missing } from '@parley/domain/refusal'
import type { Meeting } from '@parley/domain/meeting/state'

/** The name of a form on the desk; the forms of what does not exist yet end in `new`. */
export type FormName = string

export const formOfTheme = (delegation?: string): FormName =>
  delegation === undefined ? 'theme' : `theme/${delegation}`
export const formOfItem = (item = 'new'): FormName => `item/${item}`
export const formOfPerson = (delegation: string | undefined, seat = 'new'): FormName =>
  `person/${delegation ?? ''}/${seat}`
export const FORM_OF_CHAIR: FormName = 'chair'
export const FORM_OF_TIME: FormName = 'time'
export const formOfMessage = (delegation: string): FormName => `message/${delegation}/new`
export const formOfDocument = (): FormName => 'document/new'
export const formOfText = (): FormName => 'text/new'

/** Where something that is missing is put right: a form, or where there is none for it a part of the desk. */
export type Whereabouts = {
  readonly form?: FormName
  readonly section: Section
  /** The delegation whose own secretariat alone can put it right. */
  readonly delegation?: string
}

export type Section =
  | 'theme'
  | 'time'
  | 'people'
  | 'chair'
  | 'agenda'
  | 'messages'
  | 'documents'
  | 'texts'
  | 'invitations'

/** Where what is missing is put right. */
export const whereaboutsOf = (missing: Missing, { messages }: Pick<Meeting, 'messages'>): Whereabouts => {
  switch (missing.code) {
    case 'chair-missing':
      return { section: 'chair', form: FORM_OF_CHAIR }
    case 'agenda-empty':
      return { section: 'agenda', form: formOfItem() }
    case 'head-missing':
      return {
        section: 'people',
        form: formOfPerson(missing.delegation),
        delegation: missing.delegation,
      }
    case 'speaker-missing':
      return { section: 'agenda', form: formOfItem(missing.item) }
    case 'reader-missing': {
      const unread = messages.find(({ message }) => message.id === missing.message)?.message
      if (unread === undefined) return { section: 'messages' }
      const { delegation, reader } = unread
      return { section: 'people', delegation, form: formOfPerson(delegation, reader) }
    }
    case 'wording-missing':
      return missing.of === 'theme'
        ? { section: 'theme', form: formOfTheme() }
        : { section: 'agenda', form: formOfItem(missing.item) }
  }
}
