import { speaksForDelegation } from '@parley/domain/meeting/seats'
import type { AgendaItem } from '@parley/domain/meeting/things'
import { useLocale } from '../../app/locale.tsx'
import { useNames, useRoom } from '../../app/room-context.tsx'
import { FieldGroup, FieldRow, SelectField, TextField, type Option } from './fields.tsx'
import { Form } from './form.tsx'
import { freshId } from './fresh-id.ts'
import { amending, emptyItem, ITEM_KINDS, itemForm, placing, type ItemForm } from './item-form.ts'
import { LocalizedField } from './localized-field.tsx'
import { useOpenForms } from './open-forms.tsx'
import { SpeakersField } from './speakers-field.tsx'
import { useDraft } from './use-draft.ts'
import { formOfItem } from './whereabouts.ts'
import { Wordings } from './wordings.tsx'

/** Writes an item of the agenda: a new one, or one that is on it and not taken up yet. */
export const ItemFormBox = ({ item }: { readonly item: AgendaItem | undefined }) => {
  const { meeting } = useRoom()
  const { say } = useLocale()
  const { words } = useNames()
  const { close } = useOpenForms()
  const draft = useDraft(item === undefined ? emptyItem : itemForm(item))
  const name = formOfItem(item?.id)
  const fresh = freshId(
    'item',
    meeting.agenda.map((one) => one.item.id),
  )
  return (
    <Form
      name={name}
      heading={
        item === undefined
          ? say('prepare.place-item')
          : say('prepare.amend-this', { what: words(item.title).text })
      }
      draft={draft}
      filled={item === undefined ? placing(draft.value, fresh) : amending(draft.value, item.id)}
      save={say(item === undefined ? 'prepare.place-item' : 'prepare.save')}
      theirs={<Wordings wording={item?.title} languages={meeting.languages} />}
      onClose={() => close(name)}
    >
      <FieldRow>
        {item === undefined && (
          <SelectField
            label={say('prepare.kind')}
            value={draft.value.kind}
            options={ITEM_KINDS.map((id) => ({ id, words: say(`item-kind.${id}`) }))}
            onChange={(kind) => {
              if (kind !== '') draft.set({ ...draft.value, kind })
            }}
          />
        )}
        <TextField
          kind="number"
          label={say('prepare.minutes')}
          value={draft.value.minutes}
          onChange={(minutes) => draft.set({ ...draft.value, minutes })}
        />
      </FieldRow>
      <LocalizedField
        label={say('prepare.title')}
        value={draft.value.title}
        languages={meeting.languages}
        onChange={(title) => draft.set({ ...draft.value, title })}
      />
      <OfKind value={draft.value} onChange={draft.set} />
    </Form>
  )
}

/** What only items of this kind have: speakers, the two of an exchange, a text. */
const OfKind = ({
  value,
  onChange,
}: {
  readonly value: ItemForm
  readonly onChange: (value: ItemForm) => void
}) => {
  const { meeting, proceedings } = useRoom()
  const { say } = useLocale()
  const { person, shortParty, words } = useNames()
  const speakers = Object.values(meeting.people)
    .filter(({ seat }) => speaksForDelegation(meeting, seat))
    .map(({ seat, delegation }): Option<string> => {
      const side = delegation === undefined ? '' : ` · ${shortParty(delegation).text}`
      return { id: seat, words: `${person(seat).text}${side}`, lang: person(seat).lang }
    })
  switch (value.kind) {
    case 'topic':
    case 'remarks':
      return (
        <SpeakersField
          value={value.speakers}
          options={speakers}
          onChange={(chosen) => onChange({ ...value, speakers: chosen })}
        />
      )
    case 'exchange':
      return (
        <FieldGroup legend={say('prepare.between')}>
          {([0, 1] as const).map((place) => (
            <SelectField
              key={place}
              label={say('prepare.person-number', { number: place + 1 })}
              value={value.between[place]}
              none={say('prepare.choose')}
              options={speakers}
              onChange={(seat) =>
                onChange({
                  ...value,
                  between: place === 0 ? [seat, value.between[1]] : [value.between[0], seat],
                })
              }
            />
          ))}
        </FieldGroup>
      )
    case 'text':
    case 'adoption':
    case 'signature':
      return (
        <SelectField
          label={say('prepare.text-of-item')}
          note={say('prepare.text-of-item-note')}
          value={value.text}
          none={say('prepare.no-text-chosen')}
          options={Object.keys(proceedings.texts.byId).map((id) => ({
            id,
            words: words(proceedings.texts.byId[id]?.title).text,
          }))}
          onChange={(text) => onChange({ ...value, text })}
        />
      )
    case 'messages':
    case 'break':
      return null
  }
}
