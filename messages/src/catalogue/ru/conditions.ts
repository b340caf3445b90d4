import type { enConditions } from '../en/conditions.ts'

export const ruConditions = {
  'missing.chair-missing': 'Не назначен председатель.',
  'missing.agenda-empty': 'Повестка дня пуста.',
  'missing.head-missing': 'У делегации «{delegation}» нет главы.',
  'missing.speaker-missing': 'Оратор, названный в пункте «{item}», не аккредитован: {seat}.',
  'missing.reader-missing': 'Послание «{message}» некому зачитать.',
  'missing.wording-missing':
    '{of, select, theme {У темы нет формулировки (язык: {language}).} other {У пункта «{item}» нет формулировки (язык: {language}).}}',
  'obstacle.no-blocks': 'В тексте нет ни одного абзаца.',
  'obstacle.block-not-agreed': 'Абзац «{block}» не согласован.',
  'obstacle.language-missing': 'У абзаца «{block}» нет формулировки (язык: {language}).',
  'obstacle.concordance-missing': 'Тождественность языковых версий абзаца «{block}» не удостоверена.',
  'obstacle.order-not-accepted': 'Порядок абзацев не одобрен: {delegation}.',
  'obstacle.title-language-missing': 'У заглавия нет формулировки (язык: {language}).',
  'entitlement.chair': 'председатель заседания',
  'entitlement.secretariat': 'секретариат',
  'entitlement.secretariat-of-the-delegation': 'секретариат этой делегации',
  'entitlement.delegation': 'член делегации',
  'entitlement.head-or-alternate': 'глава делегации или его заместитель',
  'entitlement.speaker': 'оратор, которому предоставлено слово',
  'entitlement.press-or-secretariat': 'пресс-служба или секретариат',
  'entitlement.operator': 'оператор сайта',
  'entitlement.seat': 'участник, имеющий место на заседании',
} as const satisfies Record<keyof typeof enConditions, string>
