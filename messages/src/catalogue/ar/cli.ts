import type { enCli } from '../en/cli.ts'

export const arCli = {
  'cli.ready': 'Parley جاهز على {address}',
  'cli.link-for-seat': '{role}، {name}: {link}',
  'cli.founded': 'أُنشئ: {name}. افتحوا كل رابط في نافذة مستقلة؛ وأول ما يُفعل هناك هو الدعوة إلى عقد اجتماع.',
  'cli.links-follow': 'رابط لكل مقعد؛ يُستعمل كل رابط مرة واحدة.',
  'cli.stopping': 'جارٍ الإيقاف؛ كل ما أُكِّد محفوظ على القرص.',
  'cli.sound':
    'سليم: {count, plural, zero {لا قيود} one {قيد واحد} two {قيدان} few {# قيود} many {# قيداً} other {# قيد}}، الرأس {head}',
  'cli.tampered': 'جرى العبث به: {where}',
  'cli.incomplete': 'غير مكتمل: {where}',
  'cli.policy-not-met': 'الحزمة سليمة لكنها لا تستوفي شروط التوقيع: {missing}',
  'cli.fork': 'تختلف الحزمتان ابتداءً من القيد {seq}: عُرض على أحدهم سجل آخر.',
  'cli.not-a-bundle': 'هذه ليست حزمة محضر: {where}',
  'cli.acts-done':
    'نُفّذ: {count, plural, zero {لا إجراءات} one {إجراء واحد} two {إجراءان} few {# إجراءات} many {# إجراءً} other {# إجراء}}',
  'cli.acts-refused-as-scripted':
    'رُفض كما ينص السيناريو: {count, plural, zero {لا إجراءات} one {إجراء واحد} two {إجراءان} few {# إجراءات} many {# إجراءً} other {# إجراء}}',
  'cli.surprises':
    '{count, plural, =0 {جرى كل شيء وفق السيناريو.} zero {جرى كل شيء وفق السيناريو.} one {أمر واحد خالف السيناريو:} two {أمران خالفا السيناريو:} few {# أمور خالفت السيناريو:} many {# أمراً خالف السيناريو:} other {# أمر خالف السيناريو:}}',
  'cli.refused-unexpectedly': '{place}: رُفض مع أن السيناريو يقضي بتنفيذه: {reason}',
  'cli.done-unexpectedly': '{place}: نُفّذ مع أن السيناريو يقضي برفضه ({code})',
  'cli.refused-otherwise': '{place}: رُفض بالرمز {actual} بدلاً من {expected}',
  'cli.script-wrong': 'رُفض السيناريو؛ ولم يُرسل شيء.',
  'cli.published-at': 'نُشر: {address}',
  'cli.exported':
    'كُتب في {file}: {count, plural, zero {لا قيود} one {قيد واحد} two {قيدان} few {# قيود} many {# قيداً} other {# قيد}}',
  'cli.server-not-reached': 'لا جواب من {address}',
  'cli.port-taken': 'المنفذ {port} مستعمل؛ اختاروا غيره عبر PORT.',
  'cli.data-locked': 'مجلد البيانات {folder} تستعمله نسخة أخرى من Parley.',
  'cli.record-of':
    '{count, plural, zero {لا قيود} one {قيد واحد} two {قيدان} few {# قيود} many {# قيداً} other {# قيد}}؛ عدد المتابعين الذين تلقوا البايتات نفسها: {followers}',
  'cli.adopted': 'اعتُمد: {text}، {root}',
  'cli.not-as-expected': '{place}: قيمة {field} هي {actual} والمتوقع {expected}',
  'cli.not-seen': '{place}: لم يصل إلى {seat} ما سُجّل في حينه',
  'cli.other-bytes': '{place}: ما وصل إلى {seat} يخالف المحضر',
  'cli.own-keys': 'المفاتيح واردة مع الحزمة: هذا يثبت أنها متسقة مع نفسها فحسب. للمزيد استعملوا {options}.',
  'cli.unreadable': 'تعذرت قراءة {file}: {reason}',
  'cli.usage-wrong': 'غير مفهوم: {what}',
  'cli.usage-follows': 'الأوامر:',
  'cli.usage-serve': 'يشغّل الخادم؛ تؤخذ الإعدادات من البيئة',
  'cli.usage-rehearse': 'يؤدي سيناريو الاجتماعات، ولكل مقعد عميل خاص به',
  'cli.usage-found': 'ينشئ حواراً خاصاً بكم من ملف، ويطبع رابطاً لكل أمانة',
  'cli.usage-invite': 'يطبع رابطاً لمقعد يُستعمل مرة واحدة',
  'cli.usage-export': 'يكتب محضر اجتماع في ملف',
  'cli.usage-verify': 'يتحقق من محضر مُصدَّر دون اتصال',
} as const satisfies Record<keyof typeof enCli, string>
