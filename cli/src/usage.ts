import type { Catalogue } from '@parley/messages/choose-catalogue'
import { format } from '@parley/messages/format'

/** The commands and their options, as a person asks for them. */
export const usage = (language: Catalogue): string =>
  [
    format(language, 'cli.usage-follows'),
    '',
    `parley serve`,
    `    ${format(language, 'cli.usage-serve')}`,
    `parley rehearse SCRIPT [--url URL --operator TOKEN] [--speed N|max] [--until LABEL|PHASE] [--keep] [--export FILE] [--json]`,
    `parley rehearse --schema`,
    `    ${format(language, 'cli.usage-rehearse')}`,
    `parley found FILE [--url URL] [--operator TOKEN | --data FOLDER]`,
    `    ${format(language, 'cli.usage-found')}`,
    `parley invite DIALOGUE[/MEETING] SEAT [--url URL] [--operator TOKEN | --data FOLDER]`,
    `    ${format(language, 'cli.usage-invite')}`,
    `parley export DIALOGUE/MEETING --output FILE [--url URL [--operator TOKEN] | --data FOLDER]`,
    `    ${format(language, 'cli.usage-export')}`,
    `parley verify BUNDLE [--policy FILE] [--key KEY]… [--against BUNDLE] [--json]`,
    `    ${format(language, 'cli.usage-verify')}`,
    '',
    `--lang zh|ru|en|ar`,
  ].join('\n')
