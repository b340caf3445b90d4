import type { enConditions } from '../en/conditions.ts'

export const arConditions = {
  'missing.chair-missing': 'لم يُعيَّن رئيس للاجتماع.',
  'missing.agenda-empty': 'جدول الأعمال خالٍ.',
  'missing.head-missing': 'ليس لوفد «{delegation}» رئيس.',
  'missing.speaker-missing': 'المتكلم المسمى في البند «{item}» غير معتمَد: {seat}.',
  'missing.reader-missing': 'لا يوجد من يتلو الرسالة «{message}».',
  'missing.wording-missing':
    '{of, select, theme {ليس للموضوع صياغة باللغة: {language}.} other {ليس للبند «{item}» صياغة باللغة: {language}.}}',
  'obstacle.no-blocks': 'ليس في النص أي فقرة.',
  'obstacle.block-not-agreed': 'الفقرة «{block}» غير متفق عليها.',
  'obstacle.language-missing': 'ليس للفقرة «{block}» صياغة باللغة: {language}.',
  'obstacle.concordance-missing': 'لم يُصدَّق بعد على تطابق لغات الفقرة «{block}».',
  'obstacle.order-not-accepted': 'لم يُقبل ترتيب الفقرات بعد: {delegation}.',
  'obstacle.title-language-missing': 'ليس للعنوان صياغة باللغة: {language}.',
  'entitlement.chair': 'رئيس الاجتماع',
  'entitlement.secretariat': 'الأمانة',
  'entitlement.secretariat-of-the-delegation': 'أمانة الوفد نفسه',
  'entitlement.delegation': 'عضو في وفد',
  'entitlement.head-or-alternate': 'رئيس الوفد أو نائبه',
  'entitlement.speaker': 'المتكلم الذي أُعطي الكلمة',
  'entitlement.press-or-secretariat': 'مسؤول الإعلام أو الأمانة',
  'entitlement.operator': 'مشغّل الموقع',
  'entitlement.seat': 'من له مقعد في هذا الاجتماع',
} as const satisfies Record<keyof typeof enConditions, string>
