import { CATALOGUES } from '@parley/messages/choose-catalogue'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { memoryEventStore } from '../adapters/memory/memory-event-store.ts'
import { memoryTakedownStore } from '../adapters/memory/memory-takedown-store.ts'
import { seededTokens } from '../adapters/memory/seeded-tokens.ts'
import { settableClock } from '../adapters/memory/settable-clock.ts'
import { type FictionalPortal, openPortal } from './fictional-portal.ts'
import { DAY, MORNING, holdHavens } from './fictional-record.ts'
import { elementsOf } from '../markup/html-check.ts'

let portal: FictionalPortal

beforeAll(async () => {
  const store = memoryEventStore()
  await holdHavens(store)
  const clock = settableClock(MORNING + 30 * DAY)
  portal = await openPortal({
    store,
    clock,
    takedowns: memoryTakedownStore(),
    tokens: seededTokens('portal'),
  })
})
afterAll(() => portal.close())

const RELEASE = '/releases/2026/05/12/havens.m8.r1'

describe('the start page', () => {
  it.each([
    ['zh-CN,zh;q=0.9,en;q=0.5', '/zh/'],
    ['ru', '/ru/'],
    ['fr-CA, en;q=0.3', '/fr/'],
    ['xx, ar;q=0.2', '/ar/'],
    ['', '/en/'],
  ])('leads a reader who asks for %j to %s', async (asked, home) => {
    const { statusCode, headers } = await portal.get('/', { 'accept-language': asked })
    expect([statusCode, headers['location'], headers['vary']]).toEqual([302, home, 'Accept-Language'])
  })

  it.each(CATALOGUES)('shows the latest release first in %s', async (language) => {
    const { body } = await portal.get(`/${language}/`)
    const releases = [...body.matchAll(/href="([^"]*\/releases\/2[^"]*)"/g)].map(([, href]) => href)
    expect(releases[0] ?? 'none').toBe(language === 'ar' ? 'none' : `/${language}${releases[0]?.slice(3)}`)
  })
})

describe('a release page', () => {
  it('shows headline, dateline, byline, text, source, number and its language versions', async () => {
    const { body } = await portal.get(`/zh${RELEASE}`)
    for (const part of [
      '两港对话举行会议并通过共识',
      'North Haven, 12 May',
      '（Joint secretariat）',
      '林海宣读了北港市长的来信。',
      '8-r1',
      'href="/ru/releases',
      '（完）',
    ])
      expect(body).toContain(part)
  })

  it('shows the correction, newest first, and keeps the edition that was corrected', async () => {
    const { body } = await portal.get(`/en${RELEASE}`)
    expect(body).toContain('The first edition named the wrong bank.')
    const first = await portal.get(`/en${RELEASE}/editions/1`)
    expect(first.body).toContain('adopted a consensus</h1>')
    expect(first.body).toContain('superseded')
    expect((await portal.get(`/en${RELEASE}/editions/`)).body).toMatch(
      /<del>The two havens met and adopted a consensus<\/del>/,
    )
    expect((await portal.get(`/en${RELEASE}/editions/3`)).statusCode).toBe(404)
  })

  it('leads to ten others, each once, each with its reason, and not to itself', async () => {
    for (const language of ['zh', 'ru', 'en']) {
      const { body } = await portal.get(`/${language}${RELEASE}`)
      const related = body.slice(body.indexOf('id="rel"'), body.indexOf('</main>'))
      const links = [...related.matchAll(/<h3><a href="([^"]+)"/g)].map(([, href]) => href)
      const reasons = [...related.matchAll(/<div class="kind"><span[^>]*>([^<]+)</g)].map(
        ([, reason]) => reason,
      )
      expect(links).toHaveLength(10)
      expect(new Set(links).size).toBe(10)
      expect(reasons).toHaveLength(10)
      expect(links).not.toContain(`/${language}${RELEASE}`)
      expect(links[0]).toBe(`/${language}/dialogues/havens/m7/`)
      expect(links[1]).toBe(`/${language}/dialogues/havens/m8/#text-consensus`)
    }
  })

  it('can be had as data', async () => {
    const { headers, body } = await portal.get(`/ru${RELEASE}.json`)
    expect(headers['content-type']).toBe('application/json; charset=utf-8')
    expect(JSON.parse(body)).toMatchObject({
      language: 'ru',
      pubStatus: 'usable',
      version: '1',
      headlines: [{ value: 'Гавани провели заседание' }],
    })
  })

  it('is found under its name whatever date the address says', async () => {
    const moved = await portal.get('/en/releases/2001/01/01/havens.m8.r1')
    expect([moved.statusCode, moved.headers['location']]).toEqual([301, `/en${RELEASE}`])
  })

  it('says in a language without it where it can be read', async () => {
    const { statusCode, body } = await portal.get(`/ar${RELEASE}`)
    expect(statusCode).toBe(404)
    expect(body).toContain(`href="/zh${RELEASE}"`)
  })

  it('in a language the portal has no words for is framed in another, marked as such', async () => {
    const { body } = await portal.get('/fr/releases/2026/05/12/three-sides.first.r1')
    expect(body).toContain('<html lang="fr" dir="ltr">')
    expect(body).toMatch(/Trois parties se sont réunies\s*<\/h1>/)
    expect(body).toContain('<header class="mast" lang="en" dir="ltr">')
    expect(body).toContain('<span lang="en" dir="ltr">The meeting</span>')
  })
})

describe('a meeting record', () => {
  it('shows the agenda as it ran, who spoke, the times, the messages, the text in every language and who signed', async () => {
    const { body } = await portal.get('/en/dialogues/havens/m8/')
    for (const part of [
      'Ice in winter',
      'Pyotr Orlov',
      'Port Director of South Bay',
      '12\u00a0min',
      'read out by Lin Hai',
      '双方共用拖轮。',
      'Стороны делят буксиры.',
      'The sides share their tugs.',
      'Except in winter.',
      'Signatures',
      'Связи заливов',
      'Still to be confirmed by: the South Bay side',
    ])
      expect(body).toContain(part)
  })

  it('draws the balance of times, says it in words and repeats it in a table', async () => {
    const { body } = await portal.get('/en/dialogues/havens/m8/')
    expect(body).toMatch(
      /<desc id="times-desc">the North Haven side: 21.min; the South Bay side: 18.min<\/desc>/,
    )
    expect(body).toMatch(
      /<tfoot>\s*<tr>\s*<th scope="row">Total<\/th>\s*<td class="n">21.min<\/td>\s*<td class="n">18.min<\/td>\s*<td class="n">39.min<\/td>/,
    )
  })

  it('of a meeting entered afterwards shows no speaking times and names its sources', async () => {
    const { body } = await portal.get('/en/dialogues/havens/m7/')
    expect(body).toContain('speaking times are not known')
    expect(body).toContain('https://example.org/gazette')
    expect(body).toMatch(/<a [^>]*><span lang="fr" dir="ltr">Gazette du port<\/span><\/a> · Les Quais/)
    expect(body).not.toContain('id="times"')
    expect(body).not.toContain('12\u00a0min')
  })

  it('gives each of three sides its own mark', async () => {
    const { body } = await portal.get('/en/dialogues/three-sides/first/')
    expect(body).toContain('<i class="a"></i><i class="b"></i><i class="c"></i>')
    expect(body).toContain('<span class="who c"><a class="quiet"'.slice(0, 20))
  })
})

const found = async (language: string, query: string): Promise<readonly string[]> => {
  const { body } = await portal.get(`/${language}/search?q=${encodeURIComponent(query)}`)
  return [...body.matchAll(/<h2[^>]*><a href="([^"]+)"/g)].map(([, href]) => href ?? '')
}

describe('search', () => {
  it("draws a person by the first letter of the name as the reader's language has it", async () => {
    for (const [language, query, letter] of [
      ['zh', '林海', '林'],
      ['ru', 'Орлов', 'П'],
      ['en', 'Orlov', 'P'],
    ] as const) {
      const { body } = await portal.get(`/${language}/search?q=${encodeURIComponent(query)}`)
      const drawn = [...body.matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map(([, text]) => text?.trim())
      expect(drawn).toContain(letter)
    }
  })

  it('finds a Chinese name of two characters', async () => {
    expect(await found('zh', '林海')).toContain(`/zh${RELEASE}`)
  })

  it('finds by a single Chinese character', async () => {
    expect(await found('zh', '冰')).toContain(`/zh${RELEASE}`)
  })

  it('finds a Russian surname in any case', async () => {
    for (const form of ['Орлов', 'Орлова', 'Орлову', 'Орловым', 'Орлове'])
      expect(await found('ru', form)).toContain(`/ru${RELEASE}`)
  })

  it('finds English words in other forms', async () => {
    expect(await found('en', 'tug')).toContain('/en/dialogues/havens/m8/#item-tugs')
  })

  it("shows a work once, in the reader's language, when it is found in another", async () => {
    const links = await found('en', '冰情')
    expect(links).toContain(`/en${RELEASE}`)
    expect(new Set(links).size).toBe(links.length)
  })

  it('marks what answers the query and says when nothing does', async () => {
    expect((await portal.get('/zh/search?q=冰情')).body).toContain('<mark>冰情</mark>')
    expect((await portal.get('/en/search?q=zeppelin')).body).toContain('Nothing was found for “zeppelin”.')
  })
})

describe('feeds and lists for machines', () => {
  it('carry every release of a language', async () => {
    const atom = (await portal.get('/zh/feed.atom')).body
    expect(() => elementsOf(atom.replace(/^<\?xml.*\?>\n/, ''))).not.toThrow()
    expect(atom.match(/<entry>/g)).toHaveLength(2)
    expect(JSON.parse((await portal.get('/zh/feed.json')).body)).toMatchObject({
      language: 'zh',
      version: 'https://jsonfeed.org/version/1.1',
    })
    expect((await portal.get('/en/corrections.atom')).body).toContain('wrong bank')
    expect((await portal.get('/en/dialogues/three-sides/feed.atom')).body.match(/<entry>/g)).toHaveLength(1)
  })

  it('describe a release and a meeting in data blocks that parse', async () => {
    for (const [path, type] of [
      [`/en${RELEASE}`, 'NewsArticle'],
      ['/en/dialogues/havens/m8/', 'Event'],
    ] as const) {
      const { body } = await portal.get(path)
      const block = elementsOf(body).find(({ name }) => name === 'script')
      expect(JSON.parse(block?.text ?? '')).toMatchObject({ '@type': type })
    }
  })
})

describe('an address that is none', () => {
  it.each([
    '/zh/nothing',
    '/zh/dialogues/havens/m9/',
    '/zh/dialogues/havens/m8/people/nobody/',
    '/zh/releases/2026/05/12/havens.m8.r9',
    '/zh/dialogues/havens//',
    '/zh//',
    '/zh/%2e%2e%2fapi/',
    '/zh/releases/2026/05/12/havens.m8.r1/editions/x',
    '/zh/verify/more/',
  ])('%s is answered in the language of the address', async (path) => {
    const { statusCode, body, headers } = await portal.get(path)
    expect(statusCode).toBe(404)
    expect(body).toContain('没有这个页面')
    expect(headers['cache-control']).toBe('no-cache')
  })

  it("without a language is answered in the reader's", async () => {
    const { statusCode, body } = await portal.get('/nowhere/at/all', { 'accept-language': 'ru' })
    expect(statusCode).toBe(404)
    expect(body).toContain('<html lang="ru"')
  })

  it('that only lacks its last slash leads to the page', async () => {
    const { statusCode, headers } = await portal.get('/zh/dialogues/havens')
    expect([statusCode, headers['location']]).toEqual([301, '/zh/dialogues/havens/'])
  })
})
