import { DocumentFile, FILE_LIMIT_BYTES } from '@parley/domain/meeting/things'
import { describe, expect, it } from 'vitest'
import { fileToSend } from './file-to-send.ts'

const pdf = { name: 'paper.pdf', type: 'application/pdf', size: 10 }

describe('a file for a document', () => {
  it('is taken up to 25 MiB and not beyond', () => {
    expect(fileToSend({ ...pdf, size: FILE_LIMIT_BYTES })).toMatchObject({ ok: true })
    expect(fileToSend({ ...pdf, size: FILE_LIMIT_BYTES + 1 })).toEqual({ ok: false, why: 'file-too-large' })
    expect(fileToSend({ ...pdf, size: 0 })).toEqual({ ok: false, why: 'file-not-wanted' })
  })

  it('is known by its ending where the browser does not say what it is', () => {
    expect(fileToSend({ name: 'ПРИВЕТ.DOCX', type: '', size: 1 })).toMatchObject({
      type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    })
  })

  it('is no page, no program and nothing that only ends like an inherited name', () => {
    for (const name of ['page.html', 'run.exe', 'x.constructor', 'none']) {
      expect(fileToSend({ name, type: '', size: 1 })).toEqual({ ok: false, why: 'file-not-wanted' })
    }
  })

  it('is called as the record takes it', () => {
    const { name } = { name: '', ...fileToSend({ ...pdf, name: 'и\u0306од/2027\\3.pdf' }) }
    expect(name).toBe('йод-2027-3.pdf')
    const file = { sha256: 'a'.repeat(64), name, type: 'application/pdf', sizeBytes: 1 }
    expect(DocumentFile.safeParse(file).success).toBe(true)
  })
})
