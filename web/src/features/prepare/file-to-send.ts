import { FILE_LIMIT_BYTES, FileType } from '@parley/domain/meeting/things'

/** What is known of a file before it is sent. */
export type Given = { readonly name: string; readonly type: string; readonly size: number }

export type ToSend =
  | { readonly ok: true; readonly name: string; readonly type: FileType }
  | { readonly ok: false; readonly why: 'file-not-wanted' | 'file-too-large' }

/** Kinds by their ending, for browsers that do not know them. */
const BY_ENDING: Readonly<Record<string, FileType>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  txt: 'text/plain',
}

/** For the file chooser. */
export const WANTED = Object.keys(BY_ENDING)
  .map((ending) => `.${ending}`)
  .join(',')

/** Whether a file can be a document's, and under which name and kind: names in the form the record asks for. */
export const fileToSend = ({ name, type, size }: Given): ToSend => {
  if (size > FILE_LIMIT_BYTES) return { ok: false, why: 'file-too-large' }
  const ending = name.split('.').at(-1)?.toLowerCase() ?? ''
  const told = FileType.safeParse(type)
  const kind = told.success ? told.data : Object.hasOwn(BY_ENDING, ending) ? BY_ENDING[ending] : undefined
  if (kind === undefined || size === 0) return { ok: false, why: 'file-not-wanted' }
  const tidy = name.normalize('NFC').replaceAll(/[/\\]/g, '-').trim()
  return { ok: true, name: tidy, type: kind }
}
