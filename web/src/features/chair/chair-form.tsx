import { CallSomebody } from './call-somebody.tsx'
import type { FormId } from './console-context.ts'
import { LimitForm } from './limit-form.tsx'
import { NoteForm } from './note-form.tsx'
import { RollCall } from './roll-call.tsx'
import { SilenceForm } from './silence-form.tsx'
import { SuspendForm } from './suspend-form.tsx'

/** The form of an act that needs more than a yes. */
export const ChairForm = ({ form, onDone }: { readonly form: FormId; readonly onDone: () => void }) => {
  switch (form) {
    case 'roll-call':
      return <RollCall onDone={onDone} />
    case 'call-somebody':
      return <CallSomebody onDone={onDone} />
    case 'note':
      return <NoteForm onDone={onDone} />
    case 'limit':
      return <LimitForm onDone={onDone} />
    case 'suspend':
      return <SuspendForm onDone={onDone} />
    case 'silence':
      return <SilenceForm onDone={onDone} />
  }
}
