import { DocumentFile } from '@parley/domain/meeting/things'
import { sendForJson, type Address } from './http.ts'
import type { Result } from './result.ts'

type Meeting = { readonly dialogue: string; readonly meeting: string }

const FileSent = DocumentFile.pick({ sha256: true, sizeBytes: true })
type FileSent = Pick<DocumentFile, 'sha256' | 'sizeBytes'>

/** Sends the bytes of a document's file, to be named by its deposit. Sent twice they are kept once. */
export const sendFile = (address: Address, meeting: Meeting, bytes: Blob): Promise<Result<FileSent>> =>
  sendForJson(address, FileSent, 'POST', `${pathOf(meeting)}/files`, bytes)

/** Where the file of a document is had, below the server's origin. */
export const pathOfFile = (meeting: Meeting, document: string): string =>
  `${pathOf(meeting)}/documents/${document}/file`

const pathOf = ({ dialogue, meeting }: Meeting): string => `/api/dialogues/${dialogue}/meetings/${meeting}`
