import type { enCli } from '../en/cli.ts'

export const ruCli = {
  'cli.ready': 'Parley работает: {address}',
  'cli.link-for-seat': '{role}, {name}: {link}',
  'cli.links-follow': 'Для каждого места своя ссылка; она действует один раз.',
  'cli.stopping': 'Остановка; всё подтверждённое записано на диск.',
  'cli.sound':
    'Подлинно: {count, plural, one {# запись} few {# записи} many {# записей} other {# записи}}, вершина {head}',
  'cli.tampered': 'Изменено: {where}',
  'cli.incomplete': 'Неполно: {where}',
  'cli.policy-not-met': 'Пакет подлинный, но не отвечает требованиям к подписям: {missing}',
  'cli.fork': 'Пакеты расходятся начиная с записи {seq}: кому-то показан другой протокол.',
  'cli.not-a-bundle': 'Это не пакет протокола: {where}',
  'cli.acts-done':
    'Выполнено: {count, plural, one {# действие} few {# действия} many {# действий} other {# действия}}',
  'cli.acts-refused-as-scripted':
    'Отклонено по сценарию: {count, plural, one {# действие} few {# действия} many {# действий} other {# действия}}',
  'cli.surprises':
    '{count, plural, =0 {Всё прошло по сценарию.} one {Расхождение со сценарием: #} few {Расхождения со сценарием: #} many {Расхождения со сценарием: #} other {Расхождения со сценарием: #}}',
  'cli.refused-unexpectedly': '{place}: отклонено, хотя по сценарию должно быть выполнено: {reason}',
  'cli.done-unexpectedly': '{place}: выполнено, хотя по сценарию должно быть отклонено ({code})',
  'cli.refused-otherwise': '{place}: отклонено с кодом {actual} вместо {expected}',
  'cli.script-wrong': 'Сценарий не принят; ничего не отправлено.',
  'cli.published-at': 'Опубликовано: {address}',
  'cli.exported':
    'В файл {file} записано: {count, plural, one {# запись} few {# записи} many {# записей} other {# записи}}',
  'cli.server-not-reached': 'Нет ответа от {address}',
  'cli.port-taken': 'Порт {port} занят; выберите другой через PORT.',
  'cli.data-locked': 'Папку данных {folder} уже использует другой Parley.',
} as const satisfies Record<keyof typeof enCli, string>
