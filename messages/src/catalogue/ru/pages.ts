import type { enPages } from '../en/pages.ts'

export const ruPages = {
  'portal.labelled': '{label}: {value}',
  'portal.not-taken-up': 'не рассмотрено',
  'portal.all': 'Все',
  'portal.people': 'Участники',
  'portal.others': 'Прочие',
  'portal.series-drawn': 'Цикл заседаний до номера {latest}; открытых протоколов: {count}',
  'portal.meeting-of': '{dialogue}, {meeting}',
  'portal.work-record': '{meeting}: открытый протокол',
  'portal.work-times': '{meeting}: как использовано время выступлений',
  'portal.work-times-of': '{side}: {time}',
  'portal.work-person': '{name}: участие и выступления',
  'portal.person-office': '{name}, {office}',
  'portal.reason-same-meeting': 'О том же заседании',
  'portal.reason-same-dialogue': 'О том же диалоге',
  'portal.reason-similar': 'О сходных вопросах',
  'portal.languages-framed':
    'Слова на другом языке помечены, чтобы программа чтения с экрана произносила их верно. Страницы на языке, для которого у сайта нет своих слов, оформлены на ближайшем из имеющихся.',
  'portal.claim-copyright': 'авторское или иное исключительное право',
  'portal.claim-personal-image': 'изображение лица',
  'portal.claim-personal-data': 'персональные данные или частная жизнь',
  'portal.claim-defamation': 'честь, достоинство или деловая репутация',
  'portal.claim-other': 'иное',
} as const satisfies Record<keyof typeof enPages, string>
