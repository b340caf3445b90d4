import type { enPages } from '../en/pages.ts'

export const arPages = {
  'portal.labelled': '{label}: {value}',
  'portal.not-taken-up': 'لم يُنظر فيه',
  'portal.all': 'الكل',
  'portal.people': 'المشاركون',
  'portal.others': 'آخرون',
  'portal.series-drawn': 'سلسلة الاجتماعات حتى رقم {latest}؛ السجلات العلنية: {count}',
  'portal.meeting-of': '{dialogue}، {meeting}',
  'portal.work-record': '{meeting}: السجل العلني',
  'portal.work-times': '{meeting}: كيف استُخدم وقت الكلام',
  'portal.work-times-of': '{side}: {time}',
  'portal.work-person': '{name}: الاجتماعات والكلمات',
  'portal.person-office': '{name}، {office}',
  'portal.reason-same-meeting': 'عن الاجتماع نفسه',
  'portal.reason-same-dialogue': 'عن الحوار نفسه',
  'portal.reason-similar': 'في مسائل مشابهة',
  'portal.languages-framed':
    'الكلمات المقتبسة بلغة أخرى موسومة بلغتها كي تُقرأ قراءة صحيحة. والصفحات بلغة لا يملك الموقع كلماتها تُعرض أقسامها بأقرب لغة متاحة.',
  'portal.claim-copyright': 'حقوق المؤلف أو حق استئثاري آخر',
  'portal.claim-personal-image': 'صورة شخص',
  'portal.claim-personal-data': 'بيانات شخص أو حياته الخاصة',
  'portal.claim-defamation': 'شرف شخص أو سمعته',
  'portal.claim-other': 'سبب آخر',
} as const satisfies Record<keyof typeof enPages, string>
