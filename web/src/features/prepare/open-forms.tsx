import { createContext, useContext, useState, type ReactNode } from 'react'
import type { FormName } from './whereabouts.ts'

/** Which forms of the desk are open. Several may be: opening one never puts away what is being written in another. */
export type OpenForms = {
  readonly isOpen: (form: FormName) => boolean
  readonly open: (form: FormName) => void
  readonly close: (form: FormName) => void
}

const OpenFormsContext = createContext<OpenForms | undefined>(undefined)

export const useOpenForms = (): OpenForms => {
  const forms = useContext(OpenFormsContext)
  if (forms === undefined) throw new Error('no desk above')
  return forms
}

export const OpenFormsProvider = ({ children }: { readonly children: ReactNode }) => {
  const [names, setNames] = useState<readonly FormName[]>([])
  const forms: OpenForms = {
    isOpen: (form) => names.includes(form),
    open: (form) => {
      setNames((before) => (before.includes(form) ? before : [...before, form]))
      // An open form is gone to; one that opens goes to itself.
      document.getElementById(form)?.querySelector<HTMLElement>('input, select, textarea')?.focus()
    },
    close: (form) => setNames((before) => before.filter((one) => one !== form)),
  }
  return <OpenFormsContext value={forms}>{children}</OpenFormsContext>
}
