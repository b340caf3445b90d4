import { pathOfFile } from '@parley/client/files'
import type { Document } from '@parley/domain/meeting/things'
import { useLocale } from '../../app/locale.tsx'
import { forOtherTab } from '../../app/own-client.ts'
import { useNames, useRoom } from '../../app/room-context.tsx'
import { Button } from '../../ui/button.tsx'
import { Mark } from '../../ui/mark.tsx'
import { Words } from '../../ui/words.tsx'
import { depositing, type DocumentForm } from './document-form.ts'
import { FieldRow, SelectField, TextField } from './fields.tsx'
import { FileField } from './file-field.tsx'
import { Form } from './form.tsx'
import { freshId } from './fresh-id.ts'
import { LocalizedField } from './localized-field.tsx'
import type { MayPrepare } from './may-prepare.ts'
import { useOpenForms } from './open-forms.tsx'
import { Part } from './part.tsx'
import { useDraft } from './use-draft.ts'
import { formOfDocument } from './whereabouts.ts'
import { MissingLanguages, Wordings } from './wordings.tsx'
import styles from './part.module.css'

/** Symbols and names of files are words of no language: voices spell them, nothing translates them. */
const OF_NO_LANGUAGE = 'zxx'

/** What is put before the meeting to read. */
export const DocumentsPart = ({ may }: { readonly may: MayPrepare }) => {
  const { meeting } = useRoom()
  const { say } = useLocale()
  const { isOpen, open } = useOpenForms()
  const sides = meeting.delegations.map(({ id }) => id).filter((id) => may.documents(id))
  const mayDeposit = sides.length > 0 || may.documents(undefined)
  return (
    <Part section="documents" heading={say('prepare.documents')}>
      {meeting.documents.length === 0 && <p className={styles['empty']}>{say('prepare.no-documents')}</p>}
      <ul className={styles['rows']}>
        {meeting.documents.map((one) => (
          <DocumentRow key={one.id} document={one} />
        ))}
      </ul>
      {mayDeposit && isOpen(formOfDocument()) && (
        <DepositForm sides={sides} mayBeOfNone={may.documents(undefined)} />
      )}
      {mayDeposit && !isOpen(formOfDocument()) && (
        <div className={styles['add']}>
          <Button onPress={() => open(formOfDocument())}>{say('prepare.deposit')}</Button>
        </div>
      )}
    </Part>
  )
}

const DocumentRow = ({ document }: { readonly document: Document }) => {
  const { meeting, sitting } = useRoom()
  const { say } = useLocale()
  const { words, party, side } = useNames()
  return (
    <li className={styles['row']}>
      <div className={styles['what']}>
        <b>
          <Mark side={side(document.delegation)} /> <Words {...words(document.title)} />
        </b>
        <small>
          {document.symbol !== undefined && <bdi lang={OF_NO_LANGUAGE}>{document.symbol} · </bdi>}
          {document.delegation === undefined ? (
            say('prepare.whole-meeting')
          ) : (
            <Words {...party(document.delegation)} />
          )}
        </small>
        <MissingLanguages wording={document.title} languages={meeting.languages} />
        {document.file !== undefined && (
          <small>
            <a href={forOtherTab(pathOfFile(sitting.place, document.id))} download>
              {say('prepare.file-save')}
            </a>{' '}
            <bdi lang={OF_NO_LANGUAGE}>{document.file.name}</bdi>
          </small>
        )}
        {document.body !== undefined && (
          <details>
            <summary>{say('prepare.wording')}</summary>
            <Wordings wording={document.body} languages={meeting.languages} />
          </details>
        )}
      </div>
    </li>
  )
}

const DepositForm = ({
  sides,
  mayBeOfNone,
}: {
  readonly sides: readonly string[]
  readonly mayBeOfNone: boolean
}) => {
  const { meeting } = useRoom()
  const { say } = useLocale()
  const { party } = useNames()
  const { close } = useOpenForms()
  const first = mayBeOfNone && sides.length !== 1 ? '' : (sides[0] ?? '')
  const draft = useDraft<DocumentForm>({ title: {}, symbol: '', delegation: first, body: {} })
  const fresh = freshId(
    'document',
    meeting.documents.map(({ id }) => id),
  )
  return (
    <Form
      name={formOfDocument()}
      heading={say('prepare.deposit')}
      draft={draft}
      filled={depositing(draft.value, fresh)}
      save={say('prepare.deposit')}
      question={say('prepare.deposit-question')}
      note={say('prepare.deposit-note')}
      onClose={() => close(formOfDocument())}
    >
      <LocalizedField
        label={say('prepare.title')}
        value={draft.value.title}
        languages={meeting.languages}
        onChange={(title) => draft.set({ ...draft.value, title })}
      />
      <FieldRow>
        <TextField
          label={say('prepare.symbol')}
          note={say('prepare.symbol-note')}
          maxLength={500}
          value={draft.value.symbol}
          onChange={(symbol) => draft.set({ ...draft.value, symbol })}
        />
        <SelectField
          label={say('prepare.comes-from')}
          value={draft.value.delegation}
          {...(mayBeOfNone ? { none: say('prepare.whole-meeting') } : {})}
          options={sides.map((id) => ({ id, words: party(id).text, lang: party(id).lang }))}
          onChange={(delegation) => draft.set({ ...draft.value, delegation })}
        />
      </FieldRow>
      <FileField value={draft.value.file} onChange={(file) => draft.set({ ...draft.value, file })} />
      <LocalizedField
        label={say('prepare.wording')}
        lines="many"
        value={draft.value.body}
        languages={meeting.languages}
        onChange={(body) => draft.set({ ...draft.value, body })}
      />
    </Form>
  )
}
