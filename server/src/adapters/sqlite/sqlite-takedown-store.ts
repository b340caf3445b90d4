import * as z from 'zod'
import type {
  RegisterLine,
  Settlement,
  Takedown,
  TakedownState,
  TakedownStore,
} from '../../ports/takedown-store.ts'
import type { Database } from './database.ts'

/** The takedown store on SQLite. `database` stays the caller's to close. */
export const sqliteTakedownStore = (database: Database): TakedownStore => {
  const insert = database.prepare(
    `insert into takedown (id, received_at_ms, page_url, claim, requester_name, requester_contact, explanation, language)
     values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing`,
  )
  const selectAll = database.prepare('select * from takedown order by received_at_ms, id')
  const selectRegister = database.prepare(
    `select id, received_at_ms, page_url, claim, outcome, settled_at_ms, reason from takedown
     order by received_at_ms, id`,
  )
  const selectState = database.prepare('select outcome, settled_at_ms, reason from takedown where id = ?')
  const settle = database.prepare(
    'update takedown set outcome = ?, settled_at_ms = ?, reason = ? where id = ?',
  )

  return {
    submit: async ({ id, receivedAtMs, pageUrl, claim, requester, explanation, language }: Takedown) => {
      database.write(() =>
        insert.run(
          id,
          receivedAtMs,
          pageUrl,
          claim,
          requester.name,
          requester.contact,
          explanation,
          language,
        ),
      )
    },

    list: async () => database.read(() => selectAll.all().map((row) => takedownOf(TakedownRow.parse(row)))),

    settle: async (id, { outcome, atMs, reason }) =>
      database.write((): Settlement => {
        const row = selectState.get(id)
        if (row === undefined) return { kind: 'unknown' }
        const state = stateOf(StateRow.parse(row))
        if (state.kind === 'settled') return { ...state, kind: 'already-settled' }
        settle.run(outcome, atMs, JSON.stringify(reason), id)
        return { kind: 'settled' }
      }),

    register: async () =>
      database.read(() => selectRegister.all().map((row) => lineOf(RegisterRow.parse(row)))),
  }
}

const StateRow = z.strictObject({
  outcome: z.enum(['media-removed', 'text-redacted', 'page-removed', 'refused']).nullable(),
  settled_at_ms: z.int().nullable(),
  reason: z
    .string()
    .transform((json): unknown => JSON.parse(json))
    .pipe(z.record(z.string(), z.string())),
})

const RegisterRow = StateRow.extend({
  id: z.string(),
  received_at_ms: z.int(),
  page_url: z.string(),
  claim: z.enum(['copyright', 'personal-image', 'personal-data', 'defamation', 'other']),
})

const TakedownRow = RegisterRow.extend({
  requester_name: z.string(),
  requester_contact: z.string(),
  explanation: z.string(),
  language: z.string(),
})

const stateOf = ({ outcome, settled_at_ms: atMs, reason }: z.infer<typeof StateRow>): TakedownState =>
  outcome === null || atMs === null ? { kind: 'received' } : { kind: 'settled', outcome, atMs, reason }

const lineOf = (row: z.infer<typeof RegisterRow>): RegisterLine => ({
  id: row.id,
  receivedAtMs: row.received_at_ms,
  pageUrl: row.page_url,
  claim: row.claim,
  state: stateOf(row),
})

const takedownOf = (row: z.infer<typeof TakedownRow>): Takedown & RegisterLine => ({
  ...lineOf(row),
  requester: { name: row.requester_name, contact: row.requester_contact },
  explanation: row.explanation,
  language: row.language,
})
