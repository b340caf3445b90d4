import { messagesInOrder } from '@parley/domain/meeting/messages'
import { activeAt, speaksForDelegation } from '@parley/domain/meeting/seats'
import type { Message } from '@parley/domain/meeting/state'
import { useLocale } from '../../app/locale.tsx'
import { useNames, useRoom } from '../../app/room-context.tsx'
import { Button } from '../../ui/button.tsx'
import { Mark } from '../../ui/mark.tsx'
import { Words } from '../../ui/words.tsx'
import { FieldRow, SelectField } from './fields.tsx'
import { Form } from './form.tsx'
import { freshId } from './fresh-id.ts'
import { LocalizedField } from './localized-field.tsx'
import type { MayPrepare } from './may-prepare.ts'
import { emptyMessage, MESSAGE_FORMS, receiving } from './message-form.ts'
import { NameFields } from './name-fields.tsx'
import { useOpenForms } from './open-forms.tsx'
import { Part } from './part.tsx'
import { useDraft } from './use-draft.ts'
import { formOfMessage } from './whereabouts.ts'
import { MissingLanguages, Wordings } from './wordings.tsx'
import styles from './part.module.css'

/** The letters and greetings received, in the order in which they are read out. */
export const MessagesPart = ({ may }: { readonly may: MayPrepare }) => {
  const { meeting } = useRoom()
  const { say } = useLocale()
  const { party } = useNames()
  const { isOpen, open } = useOpenForms()
  const mine = meeting.delegations.filter(({ id }) => may.messages(id))
  return (
    <Part section="messages" heading={say('prepare.messages')} note={say('prepare.messages-note')}>
      {meeting.messages.length === 0 && <p className={styles['empty']}>{say('prepare.no-messages')}</p>}
      <ol className={styles['rows']}>
        {messagesInOrder(meeting).map((one) => (
          <MessageRow key={one.message.id} received={one} />
        ))}
      </ol>
      {mine
        .filter(({ id }) => isOpen(formOfMessage(id)))
        .map(({ id }) => (
          <MessageForm key={id} delegation={id} />
        ))}
      <div className={styles['add']}>
        {mine
          .filter(({ id }) => !isOpen(formOfMessage(id)))
          .map(({ id }) => (
            <Button key={id} onPress={() => open(formOfMessage(id))}>
              {say('prepare.receive-from', { delegation: party(id).text })}
            </Button>
          ))}
      </div>
    </Part>
  )
}

const MessageRow = ({ received: { message } }: { readonly received: Message }) => {
  const { meeting } = useRoom()
  const { say } = useLocale()
  const { words, person, side, party } = useNames()
  const reader = activeAt(meeting, message.reader) === undefined ? undefined : person(message.reader)
  return (
    <li className={styles['row']}>
      <div className={styles['what']}>
        <b>
          <Mark side={side(message.delegation)} /> <Words {...words(message.author.name)} />
        </b>
        <small>
          {say(`message-form.${message.form}`)} · <Words {...party(message.delegation)} /> ·{' '}
          {reader === undefined ? (
            <span className={styles['missing']}>{say('prepare.no-reader')}</span>
          ) : (
            say('prepare.read-by', { who: reader.text })
          )}
        </small>
        <MissingLanguages wording={message.author.name} languages={meeting.languages} />
        {message.body !== undefined && (
          <details>
            <summary>{say('prepare.wording-of-message')}</summary>
            <Wordings wording={message.body} languages={meeting.languages} />
          </details>
        )}
      </div>
    </li>
  )
}

const MessageForm = ({ delegation }: { readonly delegation: string }) => {
  const { meeting } = useRoom()
  const { say } = useLocale()
  const { party, person } = useNames()
  const { close } = useOpenForms()
  const draft = useDraft(emptyMessage)
  const name = formOfMessage(delegation)
  const fresh = freshId(
    'message',
    meeting.messages.map(({ message }) => message.id),
  )
  const readers = Object.values(meeting.people).filter(
    (one) => one.delegation === delegation && speaksForDelegation(meeting, one.seat),
  )
  return (
    <Form
      name={name}
      heading={say('prepare.receive-from', { delegation: party(delegation).text })}
      draft={draft}
      filled={receiving(draft.value, fresh, delegation)}
      save={say('prepare.receive')}
      question={say('prepare.receive-question')}
      note={say('prepare.receive-note')}
      onClose={() => close(name)}
    >
      <FieldRow>
        <SelectField
          label={say('prepare.form')}
          value={draft.value.form}
          options={MESSAGE_FORMS.map((id) => ({ id, words: say(`message-form.${id}`) }))}
          onChange={(form) => {
            if (form !== '') draft.set({ ...draft.value, form })
          }}
        />
        <SelectField
          label={say('prepare.reader')}
          note={readers.length === 0 ? say('prepare.nobody-to-read') : undefined}
          value={draft.value.reader}
          none={say('prepare.choose')}
          options={readers.map(({ seat }) => ({
            id: seat,
            words: person(seat).text,
            lang: person(seat).lang,
          }))}
          onChange={(reader) => draft.set({ ...draft.value, reader })}
        />
      </FieldRow>
      <section aria-label={say('prepare.author')} className={styles['rows']}>
        <h4 className={styles['group']}>{say('prepare.author')}</h4>
        <NameFields
          value={draft.value.author}
          languages={meeting.languages}
          onChange={(author) => draft.set({ ...draft.value, author })}
        />
      </section>
      <LocalizedField
        label={say('prepare.wording-of-message')}
        lines="many"
        value={draft.value.body}
        languages={meeting.languages}
        onChange={(body) => draft.set({ ...draft.value, body })}
      />
    </Form>
  )
}
