import type { ActDone, DialogueView } from '@parley/client/parley-client'
import type { Result } from '@parley/client/result'
import type { ConveneMeeting } from '@parley/domain/dialogue/convening'
import { rulePack, RULE_PACKS } from '@parley/domain/rules'
import { problemText } from '@parley/messages/problem-text'
import { languageName } from '@parley/messages/quantities'
import { useState } from 'react'
import { useLocale } from '../../app/locale.tsx'
import { wordingFor } from '../../app/wording.ts'
import { Button } from '../../ui/button.tsx'
import { Confirmation } from '../../ui/confirmation.tsx'
import { convening, emptyConvening, MODES, proposedBy, type ConveningForm } from './convening-form.ts'
import { FieldRow, SelectField, TextField } from './fields.tsx'
import { LocalizedField } from './localized-field.tsx'
import { TimeFields } from './time-fields.tsx'
import choice from './choices.module.css'
import styles from './form.module.css'

type ConveneBoxProps = {
  readonly view: DialogueView
  readonly seat: string
  readonly timeZone: string
  readonly onConvene: (command: ConveneMeeting) => Promise<Result<ActDone>>
  readonly onClose: () => void
}

/** Convenes the next meeting: the rules propose number and host, the secretariat says the rest. */
export const ConveneBox = ({ view, seat, timeZone, onConvene, onClose }: ConveneBoxProps) => {
  const { language, say } = useLocale()
  const [form, setForm] = useState(() => emptyConvening(view))
  const [step, setStep] = useState<'writing' | 'asking' | 'sent'>('writing')
  const [trouble, setTrouble] = useState<string>()
  const convened = convening(view, form, timeZone)
  const ask = (): void => {
    setTrouble(convened.ok ? undefined : say(`prepare.lacks-${convened.lacks}`))
    if (convened.ok) setStep('asking')
  }
  const go = async (): Promise<void> => {
    if (!convened.ok) return
    setStep('sent')
    const answer = await onConvene(convened.command)
    if (answer.ok) return
    setTrouble(problemText(language, answer.problem))
    setStep('writing')
  }
  return (
    <section className={styles['form']} aria-labelledby="convene-heading">
      <h2 id="convene-heading">{say('prepare.convene')}</h2>
      <LocalizedField
        label={say('prepare.theme')}
        value={form.theme}
        languages={form.languages}
        onChange={(theme) => setForm({ ...form, theme })}
      />
      <TimeFields
        value={form.starts}
        timeZone={timeZone}
        parties={view.parties}
        languages={view.languages}
        onChange={(starts) => setForm({ ...form, starts })}
      />
      <NumberAndHost view={view} seat={seat} form={form} onChange={setForm} />
      <Manner view={view} form={form} onChange={setForm} />
      {trouble !== undefined && (
        <p className={styles['trouble']} role="alert">
          {trouble}
        </p>
      )}
      {step === 'asking' ? (
        <Confirmation
          question={say('prepare.convene-question')}
          confirm={say('prepare.convene')}
          cancel={say('room.cancel')}
          onConfirm={() => void go()}
          onCancel={() => setStep('writing')}
        />
      ) : (
        <div className={styles['acts']}>
          <Button
            look="primary"
            size="large"
            onPress={ask}
            reason={step === 'sent' ? say('prepare.saving') : undefined}
          >
            {say('prepare.convene')}
          </Button>
          <Button size="large" onPress={onClose}>
            {say('prepare.close-form')}
          </Button>
        </div>
      )}
    </section>
  )
}

type PartProps = {
  readonly view: DialogueView
  readonly form: ConveningForm
  readonly onChange: (form: ConveningForm) => void
}

const NumberAndHost = ({ view, seat, form, onChange }: PartProps & { readonly seat: string }) => {
  const { language, say } = useLocale()
  const proposed = proposedBy(view, seat, form, 0)
  const nameOf = (id: string): string =>
    wordingFor(view.parties.find((one) => one.id === id)?.name, language, view.languages).text
  const byRotation = proposed.ok ? proposed.host : ''
  const departs = form.host !== '' && form.host !== byRotation
  return (
    <FieldRow>
      <TextField
        kind="number"
        label={say('prepare.number')}
        value={form.number === '' && proposed.ok ? String(proposed.number) : form.number}
        onChange={(number) => onChange({ ...form, number })}
      />
      <SelectField
        label={say('prepare.host')}
        note={say(departs ? 'prepare.host-departs' : 'prepare.host-by-rotation', { who: nameOf(byRotation) })}
        value={form.host === '' ? byRotation : form.host}
        options={view.parties.map(({ id }) => ({ id, words: nameOf(id) }))}
        onChange={(host) => onChange({ ...form, host: host === byRotation ? '' : host })}
      />
    </FieldRow>
  )
}

const Manner = ({ view, form, onChange }: PartProps) => {
  const { language, say } = useLocale()
  return (
    <>
      <FieldRow>
        <SelectField
          label={say('prepare.mode')}
          value={form.mode}
          options={MODES.map((id) => ({ id, words: say(`mode.${id}`) }))}
          onChange={(mode) => {
            if (mode !== '') onChange({ ...form, mode })
          }}
        />
        <SelectField
          label={say('prepare.rules')}
          value={form.rulePack}
          options={RULE_PACKS.map(({ id }) => ({
            id,
            words: wordingFor(rulePack(id)?.title, language).text,
          }))}
          onChange={(rules) => {
            if (rules !== '') onChange({ ...form, rulePack: rules })
          }}
        />
      </FieldRow>
      <fieldset className={choice['choices']}>
        <legend>{say('prepare.languages')}</legend>
        {view.languages.map((one) => (
          <label key={one}>
            <input
              type="checkbox"
              checked={form.languages.includes(one)}
              onChange={({ target }) =>
                onChange({
                  ...form,
                  languages: view.languages.filter((each) =>
                    each === one ? target.checked : form.languages.includes(each),
                  ),
                })
              }
            />
            <span>{languageName(language, one)}</span>
          </label>
        ))}
      </fieldset>
    </>
  )
}
