import type { ProceedingsEvent } from '@parley/domain/proceedings/events'
import { describe, expect, it } from 'vitest'
import {
  ISLAND_HEAD,
  PEOPLE,
  WHOLE,
  adopted,
  approved,
  attached,
  convened,
  factsOf,
  read,
  seated,
  signed,
  spoke,
  taken,
  trilateral,
} from './fictional-meetings.ts'
import { hasWriter, writeRelease } from './index.ts'

type Told = readonly ProceedingsEvent[]

/** The paragraphs of a release, as a reader sees them; plain spaces for the sake of reading this file. */
const paragraphs = (language: string, ...events: Told): readonly string[] =>
  (writeRelease(language, factsOf(...events))?.paragraphs ?? []).map(({ text }) =>
    text.replaceAll('\u00a0', ' '),
  )

const text = (language: string, ...events: Told): string => paragraphs(language, ...events).join('\n')

describe('the release of a whole meeting', () => {
  it('in Chinese', () => {
    expect(writeRelease('zh', factsOf(...WHOLE))).toMatchObject({
      headline: '两岸湖泊对话第二十一次会议通过共识',
      deck: '会上宣读两封贺信，讨论两项议题，进行一场对谈。',
      dateline: '松城、帆港3月2日电',
      byline: '会议秘书处',
      source: '会议秘书处',
    })
    expect(paragraphs('zh', ...WHOLE)).toEqual([
      '两岸湖泊对话第二十一次会议2030年3月2日以视频连线方式举行。会议主题为“‘清水’与湖区的未来”。北岸委员会和南岸议会派代表团与会。北岸总理海伦和南岸总统伯格分别向会议致贺信。',
      '北岸委员会主席林安宣读海伦的贺信。北岸方面表示：愿同南岸共享水质数据。',
      '随后，南岸议会议长奥尔姆宣读伯格的贺信。南岸方面表示：主张先行治理支流。',
      '会议讨论了“饮用水安全”“渔业资源”两项议题。就第一项议题，林安和奥尔姆先后发言；就第二项议题，帆港市长薇拉发言。',
      '松城市长金河和薇拉就“两城往来”交换意见。',
      '林安和奥尔姆共同主持会议。会议协商一致通过《两岸第二十一次会议共识》。中文、俄文两种文本同等作准。南岸方面就此提交保留。林安和奥尔姆签署该文本。（完）',
    ])
  })

  it('in Russian', () => {
    expect(writeRelease('ru', factsOf(...WHOLE))).toMatchObject({
      headline: 'Диалог двух берегов: состоялось двадцать первое заседание, принят консенсус',
      deck: 'Участники заслушали два письма, обсудили две темы и обменялись мнениями.',
      dateline: 'ПАРУСНЫЙ\u00a0— СОСНОВСК, 1\u00a0марта',
      byline: 'Секретариат заседания',
      source: 'Секретариат заседания',
    })
    expect(paragraphs('ru', ...WHOLE)).toEqual([
      'Двадцать первое заседание в рамках механизма «Диалог двух берегов» прошло 1 марта 2030 года в режиме видеоконференции. Тема заседания — «Чистая вода и будущее „озёрного края“». Южная сторона сформулировала тему так: «Вода, общая для двух берегов». В заседании участвовали делегации двух сторон: Палата Южного берега и Совет Северного берега. Письма участникам направили президент Южного берега Пётр Бор и премьер-министр Северного берега Хелен.',
      'Спикер Палаты Южного берега И. И. Ольм зачитал письмо (автор — Пётр Бор). Южная сторона заявила следующее. Начать следует с притоков.',
      'Председатель Совета Северного берега Анна Берг зачитала письмо, которое направила Хелен. Северная сторона заявила следующее. Северный берег готов делиться данными о воде.',
      'Участники обсудили две темы: «Безопасность питьевой воды» и «Рыбные запасы». По первой теме выступили Анна Берг и И. И. Ольм; по второй — мэр города Парусный Вера Лес.',
      'Мнениями по теме «Связи двух городов» обменялись мэр города Сосновск Ким Хэ и Вера Лес.',
      'Заседание совместно вели Анна Берг и И. И. Ольм. Участники консенсусом приняли документ «Консенсус двадцать первого заседания». Тексты на китайском и русском языках равно аутентичны. Южная сторона приложила к решению оговорку. Документ подписали Анна Берг и И. И. Ольм. ■',
    ])
  })

  it('in English', () => {
    expect(writeRelease('en', factsOf(...WHOLE))).toMatchObject({
      headline: 'Two Shores Dialogue holds its twenty-first meeting and adopts a consensus text',
      deck: 'The meeting heard two letters, discussed two topics and held one exchange of views.',
      dateline: 'PINETOWN/SAILHAVEN, 2 March',
      byline: 'Secretariat of the meeting',
      source: 'Secretariat of the meeting',
    })
    expect(paragraphs('en', ...WHOLE)).toEqual([
      'The twenty-first meeting of the Two Shores Dialogue was held by video conference on 2 March 2030. Its theme was “Clean water and the future of the ‘lake country’”. Taking part were delegations of the Council of the North Shore and the Assembly of the South Shore. Letters to the meeting came from Helen, Prime Minister of the North Shore, and Peter Bor, President of the South Shore.',
      'Anna Berg, Chair of the Council of the North Shore, read out the letter from Helen. The northern side stated the following. It is ready to share data on water.',
      'Ivan Olm, Speaker of the Assembly of the South Shore, then read out the letter from Peter Bor. The southern side stated the following. Work should begin with the tributaries.',
      'The meeting discussed two topics: “Safe drinking water” and “Fish stocks”. On the first, the floor was taken by Anna Berg and Ivan Olm; on the second, by Vera Les, Mayor of Sailhaven.',
      'Kim He, Mayor of Pinetown, and Vera Les exchanged views on “Ties between the two cities”.',
      'Anna Berg and Ivan Olm co-chaired the meeting. The meeting adopted “Consensus of the Twenty-first Meeting” by consensus. The Chinese and Russian texts are equally authentic. The southern side attached a reservation to the decision. The text was signed by Anna Berg and Ivan Olm. (End)',
    ])
  })

  it('names for every paragraph the events it rests on', () => {
    const release = writeRelease('zh', factsOf(...WHOLE))
    expect(release?.paragraphs.map(({ facts }) => facts)).toEqual([
      [0, 7, 8],
      [1, 7, 30],
      [2, 8, 31],
      [1, 2, 4, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18],
      [3, 4, 19, 20, 21, 22, 23, 24],
      [1, 2, 5, 25, 27, 28, 29],
    ])
  })
})

const TRILATERAL: Told = [
  trilateral(),
  ...PEOPLE.slice(0, 2),
  ISLAND_HEAD,
  read('south', 'i1', 'telegram'),
  { type: 'ChairAppointed', seats: ['i1'] },
  adopted({ mode: 'silence', languages: ['zh', 'ru', 'en'], adReferendum: ['south', 'island'] }),
  attached('island', 'declaration', 'first'),
  attached('island', 'declaration', 'second'),
  attached('island', 'reservation'),
  signed('island', 'i1'),
]

describe('the release of a meeting of three, in one place', () => {
  it('in Chinese', () => {
    expect(writeRelease('zh', factsOf(...TRILATERAL))?.dateline).toBe('松城3月2日电')
    expect(paragraphs('zh', ...TRILATERAL)).toEqual([
      '两岸湖泊对话第三次会议2030年3月2日在松城举行。会议主题为“‘清水’与湖区的未来”。北岸委员会、南岸议会和岛屿联盟派代表团与会。各方代表团团长分别是北岸委员会主席林安、南岸议会议长奥尔姆、岛屿联盟秘书长温蒂。南岸总统伯格向会议致贺电。',
      '温蒂宣读伯格的贺电。',
      '温蒂主持会议。会议按默许程序通过《两岸第二十一次会议共识》。中文、俄文、英文三种文本同等作准。南岸方面和岛屿联盟的接受尚待核准。岛屿联盟就此提交声明和保留。温蒂签署该文本。（完）',
    ])
  })

  it('in Russian, where nobody’s gender is guessed', () => {
    expect(paragraphs('ru', ...TRILATERAL)).toEqual([
      'Третье заседание в рамках механизма «Диалог двух берегов» прошло 2 марта 2030 года очно, место проведения — Сосновск. Тема заседания — «Чистая вода и будущее „озёрного края“». В заседании участвовали делегации трёх сторон: Палата Южного берега, Совет Северного берега и Островной союз. Делегации возглавляли спикер Палаты Южного берега И. И. Ольм, председатель Совета Северного берега Анна Берг и генеральный секретарь Островного союза Венди Райт. Автор телеграммы участникам — президент Южного берега Пётр Бор.',
      'Главой делегации (Венди Райт) зачитана телеграмма (автор — Пётр Бор).',
      'Председатель заседания — Венди Райт. По процедуре умолчания принят документ «Консенсус двадцать первого заседания». Тексты на китайском, русском и английском языках равно аутентичны. Документ ещё должны подтвердить южная сторона и Островной союз. Сторона «Островной союз» приложила к решению заявления и оговорку. Документ подписан: Венди Райт. ■',
    ])
  })

  it('in English, with the third side first in its own language', () => {
    expect(paragraphs('en', ...TRILATERAL)).toEqual([
      'The third meeting of the Two Shores Dialogue was held in Pinetown on 2 March 2030. Its theme was “Clean water and the future of the ‘lake country’”. Taking part were delegations of the Island Union, the Council of the North Shore and the Assembly of the South Shore. They were led by Wendy Wright, Secretary-General of the Island Union; Anna Berg, Chair of the Council of the North Shore; and Ivan Olm, Speaker of the Assembly of the South Shore. A telegram to the meeting came from Peter Bor, President of the South Shore.',
      'Wendy Wright read out the telegram from Peter Bor.',
      'Wendy Wright chaired the meeting. The meeting adopted “Consensus of the Twenty-first Meeting” by the silence procedure. The Chinese, Russian and English texts are equally authentic. Acceptance by the Island Union and the southern side awaits confirmation by their authorities. The Island Union attached declarations and a reservation to the decision. The text was signed by Wendy Wright. (End)',
    ])
  })
})

describe('what the record does not tell', () => {
  it('leaves a release of one paragraph, with its end mark and without a deck', () => {
    const facts = factsOf(convened())
    expect(writeRelease('zh', facts)).not.toHaveProperty('deck')
    expect(text('zh', convened())).toBe(
      '两岸湖泊对话第二十一次会议2030年3月2日以视频连线方式举行。会议主题为“‘清水’与湖区的未来”。北岸委员会和南岸议会派代表团与会。（完）',
    )
    expect(text('ru', convened()).endsWith('Палата Южного берега и Совет Северного берега. ■')).toBe(true)
    expect(text('en', convened()).endsWith('the Assembly of the South Shore. (End)')).toBe(true)
    expect(writeRelease('en', facts)?.headline).toBe('Two Shores Dialogue holds its twenty-first meeting')
  })

  it('never names heads when one of them is unknown', () => {
    expect(text('en', convened(), ...PEOPLE.slice(0, 1))).not.toContain('Anna Berg')
  })

  it('leaves out a theme, a title, an office that has no words in the language', () => {
    const told: Told = [
      convened({ theme: { ru: 'Только по-русски' } }),
      seated('x', { name: { ru: 'Лев' }, office: { ru: 'посол' }, gender: 'masculine' }, 'head', 'south'),
      ...taken('topic', 'one', { ru: 'Тема' }),
      ...spoke('t1', 'one', 'x'),
    ]
    expect(paragraphs('zh', ...told)).toEqual([
      '两岸湖泊对话第二十一次会议2030年3月2日以视频连线方式举行。北岸委员会和南岸议会派代表团与会。',
      'Лев发言。（完）',
    ])
    expect(text('en', ...told)).toContain('The floor was taken by Лев. (End)')
  })

  it('is not made up from a position approved in another language', () => {
    expect(text('en', convened(), approved('north', { zh: '愿意' }))).not.toContain('stated')
    expect(text('zh', convened(), approved('north', { zh: '愿意' }))).toContain('北岸方面表示：愿意。')
  })

  it('says nothing of equal authenticity for a text in one language', () => {
    expect(text('en', convened(), adopted({ languages: ['zh'] }))).not.toContain('authentic')
  })
})

describe('the order of sides', () => {
  it('puts first the side whose language it is, and the host elsewhere', () => {
    expect(text('ru', convened())).toContain('Палата Южного берега и Совет Северного берега')
    expect(text('en', convened({ host: 'south' }))).toContain(
      'the Assembly of the South Shore and the Council of the North Shore',
    )
  })

  it('says “then” only where that is the order the messages were read in', () => {
    const told: Told = [convened(), ...PEOPLE, read('south', 's1'), read('north', 'n1')]
    expect(text('zh', ...told)).not.toContain('随后')
    expect(text('ru', ...told)).toContain('Затем председатель Совета Северного берега Анна Берг')
  })
})

describe('positions', () => {
  it('stand with the item they are about when it was a topic, else with the side', () => {
    const told: Told = [
      convened(),
      ...taken('topic', 'water', { en: 'Water' }),
      approved('north', { en: 'Of water.' }, 'water'),
      ...taken('adoption', 'end', { en: 'End' }),
      approved('south', { en: 'Of the end.' }, 'end'),
    ]
    expect(paragraphs('en', ...told).slice(1)).toEqual([
      'The southern side stated the following. Of the end.',
      'The meeting discussed the topic “Water”. The northern side stated the following. Of water. (End)',
    ])
  })
})

describe('a record entered afterwards', () => {
  it('names published sources as the source', () => {
    const facts = factsOf(convened({ retrospective: { sources: [{ title: 'Gazette' }] } }))
    expect(writeRelease('zh', facts)?.source).toBe('会议秘书处（据公开发表的材料整理）')
    expect(writeRelease('ru', facts)?.source).toBe('Секретариат заседания, по опубликованным источникам')
    expect(writeRelease('en', facts)?.source).toBe('Secretariat of the meeting, from published sources')
  })
})

describe('a meeting held partly by video', () => {
  it('is dated from the host’s city', () => {
    expect(writeRelease('ru', factsOf(convened({ mode: 'hybrid' })))?.dateline).toBe('СОСНОВСК, 2\u00a0марта')
    expect(text('zh', convened({ mode: 'hybrid' }))).toContain('在松城以线上线下结合方式举行')
    expect(text('en', convened({ mode: 'hybrid' }))).toContain('in Pinetown and by video conference on')
  })
})

describe('writers', () => {
  it('exist for three languages and their regional forms', () => {
    expect(['zh', 'zh-Hans-SG', 'ru-BY', 'en-GB'].map(hasWriter)).toEqual([true, true, true, true])
    expect(['ar', 'fr', 'zh-Hant', 'zh-TW', 'constructor'].map(hasWriter)).toEqual([
      false,
      false,
      false,
      false,
      false,
    ])
    expect(writeRelease('ar', factsOf(convened()))).toBeUndefined()
  })

  it('use the regional wording where there is one', () => {
    const told = convened({ theme: { en: 'Harbor', 'en-GB': 'Harbour' } })
    expect(text('en-GB', told)).toContain('“Harbour”')
    expect(text('en-US', told)).toContain('“Harbor”')
  })
})
