import type { enCli } from '../en/cli.ts'

export const ruCli = {
  'cli.ready': 'Parley работает: {address}',
  'cli.link-for-seat': '{role}, {name}: {link}',
  'cli.founded':
    'Учреждён: {name}. Откройте каждую ссылку в отдельном окне; первое, что предстоит там сделать, – созвать заседание.',
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
  'cli.record-of':
    '{count, plural, one {# запись} few {# записи} many {# записей} other {# записи}}; получатели с одинаковыми байтами: {followers}',
  'cli.adopted': 'Принято: {text}, {root}',
  'cli.not-as-expected': '{place}: {field} — {actual}, ожидалось {expected}',
  'cli.not-seen': '{place}: {seat} не получает записанное вовремя',
  'cli.other-bytes': '{place}: полученное местом {seat} расходится с протоколом',
  'cli.own-keys':
    'Ключи взяты из самого пакета: доказано лишь, что он не противоречит себе. Для большего укажите {options}.',
  'cli.unreadable': 'Не удаётся прочитать {file}: {reason}',
  'cli.usage-wrong': 'Непонятно: {what}',
  'cli.usage-follows': 'Команды:',
  'cli.usage-serve': 'запускает сервер; настройки берутся из окружения',
  'cli.usage-rehearse': 'проигрывает встречи по сценарию, у каждого места свой клиент',
  'cli.usage-found': 'учреждает собственный диалог по файлу и печатает ссылку для каждого секретариата',
  'cli.usage-invite': 'печатает одноразовую ссылку для места',
  'cli.usage-export': 'записывает протокол встречи в файл',
  'cli.usage-verify': 'проверяет выгруженный протокол без сети',
} as const satisfies Record<keyof typeof enCli, string>
