import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type FictionalServer, fictionalServer, inSession, MEETING, type Seats } from '../fictional-server.ts'

let server: FictionalServer
let seats: Seats
beforeAll(async () => {
  server = await fictionalServer()
  seats = await inSession(server)
  await server.act(seats['officer'] ?? '', `${MEETING}/acts`, { type: 'GiveFloor' })
})
afterAll(() => server.close())

const visit = (url: string, seat?: string, headers: Record<string, string> = {}) =>
  server.inject({
    url,
    headers: { ...headers, ...(seat === undefined ? {} : { cookie: `parley=${seats[seat]}` }) },
  })

describe.each([
  ['zh', 'ltr', /\p{Script=Han}/u],
  ['ru', 'ltr', /\p{Script=Cyrillic}/u],
  ['en', 'ltr', /[a-z]/],
  ['ar', 'rtl', /\p{Script=Arabic}/u],
])('the foyer in %s', (language, direction, script) => {
  it.each(['/enter', '/seat'])('speaks it at %s, in its direction', async (url) => {
    const { text, headers } = await visit(`${url}?lang=${language}`, 'north-delegate')
    expect(text).toContain(`<html lang="${language}" dir="${direction}">`)
    expect(text).toMatch(script)
    expect(headers['cache-control']).toBe('no-store')
  })

  it('is chosen by what the reader’s browser asks for', async () => {
    const { text } = await visit('/enter', undefined, { 'accept-language': `${language}, en;q=0.1` })
    expect(text).toContain(`<html lang="${language}"`)
  })
})

describe('the page where people come in', () => {
  it('runs one script of our own and no other', async () => {
    const { text, headers } = await visit('/enter')
    expect(text.match(/<script/g)).toHaveLength(1)
    expect(text).toContain('<script src="/enter.js" defer></script>')
    expect(headers['content-security-policy']).toContain("script-src 'self'")
    expect((await visit('/enter.js')).headers['content-type']).toContain('text/javascript')
  })

  it('says what to do where scripts are off', async () => {
    expect((await visit('/enter?lang=en')).text).toMatch(/<noscript>.*script/s)
  })
})

describe('the page of a seat', () => {
  it('says who you are, what the meeting is at and who speaks', async () => {
    const { status, text } = await visit('/seat?lang=en', 'south-delegate')
    expect(status).toBe(200)
    for (const part of ['south-delegate', 'The south party', 'in session', 'Rivers', 'north-delegate']) {
      expect(text).toContain(part)
    }
  })

  it('tells the speaker that the floor is theirs', async () => {
    const { text } = await visit('/seat?lang=en', 'north-delegate')
    expect(text).toContain('You have the floor.')
  })

  it('shows a secretariat the dialogue’s meetings', async () => {
    const { text } = await visit('/seat?lang=en', 'north-desk')
    expect(text).toContain('The river forum')
    expect(text).toContain('Water')
  })

  it('is nobody’s without a session', async () => {
    expect((await visit('/seat')).status).toBe(401)
  })

  it('takes what people wrote for text, never for markup', async () => {
    const name = { en: '<script>alert("x")</script>&\'' }
    await server.act(seats['north-desk'] ?? '', `${MEETING}/acts`, {
      type: 'AccreditPerson',
      seat: 'hostile-name',
      role: 'observer',
      person: { name },
    })
    seats = { ...seats, 'hostile-name': await server.enter('hostile-name', 'first') }
    const { text } = await visit('/seat?lang=en', 'hostile-name')
    expect(text).toContain('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;&amp;&#39;')
    expect(text).not.toContain('<script>')
  })
})

const signOut = (headers: Record<string, string>) =>
  server.inject({
    method: 'POST',
    url: '/seat/sign-out?lang=en',
    headers: {
      cookie: `parley=${seats['interpreter']}`,
      'content-type': 'application/x-www-form-urlencoded',
      ...headers,
    },
  })

describe('signing out', () => {
  it('is refused to another site’s form', async () => {
    expect((await signOut({ origin: 'https://elsewhere.example' })).status).toBe(403)
    expect((await visit('/seat', 'interpreter')).status).toBe(200)
  })

  it('ends the session and forgets the cookie', async () => {
    const { status, headers } = await signOut({ origin: server.origin })
    expect(status).toBe(200)
    expect(String(headers['set-cookie'])).toContain('parley=; Expires=Thu, 01 Jan 1970')
    expect((await visit('/seat', 'interpreter')).status).toBe(401)
  })
})
