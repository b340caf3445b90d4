import type { enConditions } from '../en/conditions.ts'

export const zhConditions = {
  'missing.chair-missing': '尚未任命会议主席。',
  'missing.agenda-empty': '议程为空。',
  'missing.head-missing': '代表团“{delegation}”没有团长。',
  'missing.speaker-missing': '议程项目“{item}”所列发言者尚未登记：{seat}。',
  'missing.reader-missing': '贺信“{message}”没有宣读人。',
  'missing.wording-missing':
    '{of, select, theme {主题缺少{language}表述。} other {议程项目“{item}”缺少{language}表述。}}',
  'obstacle.no-blocks': '案文没有任何段落。',
  'obstacle.block-not-agreed': '段落“{block}”尚未商定。',
  'obstacle.language-missing': '段落“{block}”缺少{language}文本。',
  'obstacle.concordance-missing': '段落“{block}”各语言文本尚未经一致性核证。',
  'obstacle.order-not-accepted': '段落次序尚未获接受：{delegation}。',
  'obstacle.title-language-missing': '标题缺少{language}表述。',
  'entitlement.chair': '会议主席',
  'entitlement.secretariat': '秘书处',
  'entitlement.secretariat-of-the-delegation': '该代表团的秘书处',
  'entitlement.delegation': '代表团成员',
  'entitlement.head-or-alternate': '代表团团长或副代表',
  'entitlement.speaker': '正在发言的人',
  'entitlement.press-or-secretariat': '新闻官或秘书处',
  'entitlement.operator': '本站运营者',
  'entitlement.seat': '本次会议的席位持有者',
} as const satisfies Record<keyof typeof enConditions, string>
