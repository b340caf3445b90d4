import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AccessStore, Invitation, Session } from './access-store.ts'
import { Fault } from './fault.ts'

/** What every access store must do. `open` gives an empty one; `dispose` follows each test. */
export const accessStoreContract = (
  name: string,
  open: () => AccessStore,
  dispose: () => Promise<void> = async () => undefined,
): void => {
  describe(`${name} as an access store`, () => {
    let store: AccessStore
    beforeEach(() => {
      store = open()
    })
    afterEach(dispose)

    inviting(() => store)
    standingOpen(() => store)
    keepingSessions(() => store)
    ending(() => store)
    looking(() => store)
    waitingToBeAdmitted(() => store)
  })
}

const head = { scope: 'meeting/8', seat: 'a/head' }
const interpreter = { scope: 'meeting/8', seat: 'a/interpreter' }
const headElsewhere = { scope: 'meeting/9', seat: 'a/head' }
const signedIn = { principal: head, waits: false }

const invitation = (changes: Partial<Invitation> = {}): Invitation => ({
  tokenHash: 'invited',
  principal: head,
  lobby: false,
  createdAtMs: 1000,
  expiresAtMs: 2000,
  ...changes,
})

const session = (changes: Partial<Session> = {}): Session => ({
  tokenHash: 'session',
  principal: head,
  createdAtMs: 1000,
  expiresAtMs: 2000,
  ...changes,
})

const inviting = (store: () => AccessStore): void => {
  it('redeems an invitation once', async () => {
    await store().invite(invitation())
    expect(await store().redeem('invited', 1500)).toEqual({ kind: 'redeemed', principal: head })
    expect(await store().redeem('invited', 1500)).toEqual({ kind: 'used' })
  })

  it('redeems an invitation for one of many who ask at the same time', async () => {
    await store().invite(invitation())
    const answers = await Promise.all(Array.from({ length: 10 }, () => store().redeem('invited', 1500)))
    expect(answers.filter(({ kind }) => kind === 'redeemed')).toHaveLength(1)
    expect(answers.filter(({ kind }) => kind === 'used')).toHaveLength(9)
  })

  it('knows no invitation that was not made', async () => {
    await store().invite(invitation())
    expect(await store().redeem('another', 1500)).toEqual({ kind: 'unknown' })
  })

  it('redeems until the last millisecond and not from the expiry on', async () => {
    await store().invite(invitation())
    await store().invite(invitation({ tokenHash: 'second' }))
    expect(await store().redeem('invited', 2000)).toEqual({ kind: 'expired' })
    expect(await store().redeem('invited', 1999)).toMatchObject({ kind: 'redeemed' })
    expect(await store().redeem('second', 9999)).toEqual({ kind: 'expired' })
  })

  it('says of a used invitation that it is used, even after its expiry', async () => {
    await store().invite(invitation())
    await store().redeem('invited', 1500)
    expect(await store().redeem('invited', 2500)).toEqual({ kind: 'used' })
  })

  it('opens a session with the redemption, for the invited seat', async () => {
    await store().invite(invitation())
    await store().redeem('invited', 1500, { tokenHash: 'opened', expiresAtMs: 9000 })
    expect(await store().sessions(head, 1500)).toEqual([
      { tokenHash: 'opened', principal: head, createdAtMs: 1500, expiresAtMs: 9000 },
    ])
  })

  it('opens no session for an invitation that is not redeemed', async () => {
    await store().invite(invitation())
    await store().redeem('invited', 2500, { tokenHash: 'late', expiresAtMs: 9000 })
    await store().redeem('another', 1500, { tokenHash: 'wrong', expiresAtMs: 9000 })
    expect(await store().session('late', 1500)).toBeUndefined()
    expect(await store().session('wrong', 1500)).toBeUndefined()
  })

  it('does not use an invitation up when its session cannot be opened', async () => {
    await store().invite(invitation())
    await store().openSession(session({ tokenHash: 'there' }))
    await expect(
      store().redeem('invited', 1500, { tokenHash: 'there', expiresAtMs: 9000 }),
    ).rejects.not.toBeInstanceOf(Fault)
    expect(await store().redeem('invited', 1500)).toMatchObject({ kind: 'redeemed' })
  })

  it('takes a token used twice for a bug and keeps the first', async () => {
    await store().invite(invitation())
    await expect(store().invite(invitation({ principal: interpreter }))).rejects.not.toBeInstanceOf(Fault)
    expect(await store().redeem('invited', 1500)).toEqual({ kind: 'redeemed', principal: head })
  })
}

const standingOpen = (store: () => AccessStore): void => {
  it('tells which invitations of a principal can still be used, oldest first', async () => {
    await store().invite(invitation({ tokenHash: 'later', createdAtMs: 1200, expiresAtMs: 2200 }))
    await store().invite(invitation({ tokenHash: 'earlier' }))
    await store().invite(invitation({ tokenHash: 'another', principal: interpreter }))
    expect(await store().openInvitations(head, 1500)).toEqual([
      { createdAtMs: 1000, expiresAtMs: 2000 },
      { createdAtMs: 1200, expiresAtMs: 2200 },
    ])
    expect(await store().openInvitations(head, 2000)).toEqual([{ createdAtMs: 1200, expiresAtMs: 2200 }])
  })

  it('counts no invitation as open that was used or taken back', async () => {
    await store().invite(invitation())
    await store().redeem('invited', 1500)
    await store().invite(invitation({ tokenHash: 'theirs', principal: interpreter }))
    await store().revoke(interpreter)
    expect(await store().openInvitations(head, 1500)).toEqual([])
    expect(await store().openInvitations(interpreter, 1500)).toEqual([])
  })
}

const keepingSessions = (store: () => AccessStore): void => {
  it('says whom a session speaks for until it expires', async () => {
    await store().openSession(session())
    expect(await store().session('session', 1999)).toEqual(signedIn)
    expect(await store().session('session', 2000)).toBeUndefined()
    expect(await store().session('another', 1500)).toBeUndefined()
  })

  it('lists the live sessions of one principal, oldest first', async () => {
    await store().openSession(session({ tokenHash: 'new', createdAtMs: 1200 }))
    await store().openSession(session({ tokenHash: 'old', createdAtMs: 1100 }))
    await store().openSession(session({ tokenHash: 'expired', expiresAtMs: 1500 }))
    await store().openSession(session({ tokenHash: 'other seat', principal: interpreter }))
    await store().openSession(session({ tokenHash: 'other meeting', principal: headElsewhere }))
    expect((await store().sessions(head, 1500)).map(({ tokenHash }) => tokenHash)).toEqual(['old', 'new'])
  })

  it('takes a session token used twice for a bug and keeps the first', async () => {
    await store().openSession(session())
    await expect(store().openSession(session({ principal: interpreter }))).rejects.not.toBeInstanceOf(Fault)
    expect(await store().session('session', 1500)).toEqual(signedIn)
  })
}

const ending = (store: () => AccessStore): void => {
  it('ends one session and no other', async () => {
    await store().openSession(session({ tokenHash: 'one' }))
    await store().openSession(session({ tokenHash: 'two' }))
    await store().endSession('one')
    await store().endSession('one')
    expect(await store().session('one', 1500)).toBeUndefined()
    expect(await store().session('two', 1500)).toEqual(signedIn)
  })

  it("revokes a principal's sessions and open invitations, and nobody else's", async () => {
    await store().invite(invitation())
    await store().invite(invitation({ tokenHash: 'used' }))
    await store().redeem('used', 1500, { tokenHash: 'session', expiresAtMs: 9000 })
    await store().invite(invitation({ tokenHash: "interpreter's", principal: interpreter }))
    await store().openSession(session({ tokenHash: 'elsewhere', principal: headElsewhere }))

    expect(await store().revoke(head)).toBe(2)
    expect(await store().revoke(head)).toBe(0)
    expect(await store().session('session', 1500)).toBeUndefined()
    expect(await store().redeem('invited', 1500)).toEqual({ kind: 'unknown' })
    expect(await store().redeem('used', 1500)).toEqual({ kind: 'used' })
    expect(await store().redeem("interpreter's", 1500)).toMatchObject({ kind: 'redeemed' })
    expect(await store().session('elsewhere', 1500)).toEqual({ principal: headElsewhere, waits: false })
  })

  it('forgets what has expired and keeps what has not', async () => {
    await store().invite(invitation())
    await store().invite(invitation({ tokenHash: 'later', expiresAtMs: 2001 }))
    await store().openSession(session())
    await store().openSession(session({ tokenHash: 'longer', expiresAtMs: 2001 }))
    expect(await store().sweep(2000)).toBe(2)
    expect(await store().sweep(2000)).toBe(0)
    expect(await store().redeem('invited', 1500)).toEqual({ kind: 'unknown' })
    expect(await store().redeem('later', 1500)).toMatchObject({ kind: 'redeemed' })
    expect(await store().session('longer', 2000)).toEqual(signedIn)
  })
}

const looking = (store: () => AccessStore): void => {
  it('says what an invitation is good for without using it up', async () => {
    await store().invite(invitation({ lobby: true }))
    const open = { kind: 'open', principal: head, expiresAtMs: 2000, lobby: true }
    expect(await store().look('invited', 1500)).toEqual(open)
    expect(await store().look('invited', 1500)).toEqual(open)
    expect(await store().redeem('invited', 1500)).toMatchObject({ kind: 'redeemed' })
  })

  it('says of an invitation that leads nowhere why not', async () => {
    await store().invite(invitation())
    expect(await store().look('another', 1500)).toEqual({ kind: 'unknown' })
    expect(await store().look('invited', 2000)).toEqual({ kind: 'expired' })
    await store().redeem('invited', 1500)
    expect(await store().look('invited', 2500)).toEqual({ kind: 'used', principal: head })
  })
}

const waitingToBeAdmitted = (store: () => AccessStore): void => {
  const comeIn = async (
    tokenHash: string,
    changes: Partial<Invitation> = {},
    nowMs = 1500,
  ): Promise<void> => {
    await store().invite(invitation({ tokenHash: `to ${tokenHash}`, ...changes }))
    await store().redeem(`to ${tokenHash}`, nowMs, { tokenHash, expiresAtMs: 9000 })
  }
  const waits = async (tokenHash: string): Promise<boolean | undefined> =>
    (await store().session(tokenHash, 1600))?.waits

  it('makes whoever comes in through the lobby wait, on every device, until they are admitted', async () => {
    await comeIn('phone', { lobby: true })
    await comeIn('laptop', { lobby: true })
    expect([await waits('phone'), await waits('laptop')]).toEqual([true, true])
    expect(await store().admit(head, 1550)).toBe(true)
    expect([await waits('phone'), await waits('laptop')]).toEqual([false, false])
    expect(await store().admit(head, 1551)).toBe(false)
  })

  it('keeps an admission for later sign-ins', async () => {
    await comeIn('first', { lobby: true })
    await store().admit(head, 1500)
    await store().endSession('first')
    await comeIn('second', { lobby: true })
    await store().openSession(session({ tokenHash: 'third' }))
    expect([await waits('second'), await waits('third')]).toEqual([false, false])
  })

  it('sends nobody who is in already out to wait', async () => {
    await store().openSession(session({ tokenHash: 'in' }))
    await comeIn('second', { lobby: true })
    expect([await waits('in'), await waits('second')]).toEqual([false, false])
  })

  it('admits with an invitation past the lobby, and with it nobody who waited: who they are nobody has said', async () => {
    await comeIn('waiting', { lobby: true })
    await comeIn('past')
    expect([await waits('waiting'), await waits('past')]).toEqual([undefined, false])
    expect(await store().waiting(head.scope)).toEqual([])
    await comeIn('again')
    expect([await waits('past'), await waits('again')]).toEqual([false, false])
  })

  it('lists who waits in a scope, the longest first', async () => {
    await comeIn('later', { lobby: true, principal: interpreter }, 1600)
    await comeIn('early', { lobby: true }, 1500)
    await comeIn('elsewhere', { lobby: true, principal: headElsewhere })
    expect(await store().waiting(head.scope)).toEqual([
      { principal: head, sinceMs: 1500 },
      { principal: interpreter, sinceMs: 1600 },
    ])
  })

  it('admits nobody who does not wait', async () => {
    expect(await store().admit(head, 1500)).toBe(false)
    await comeIn('in')
    expect(await store().admit(head, 1500)).toBe(false)
  })

  it('forgets an admission when access is revoked, and whoever waited is gone', async () => {
    await comeIn('first', { lobby: true })
    await store().admit(head, 1500)
    await store().revoke(head)
    await comeIn('second', { lobby: true })
    expect(await waits('second')).toBe(true)
    await store().revoke(head)
    expect(await store().waiting(head.scope)).toEqual([])
  })
}
