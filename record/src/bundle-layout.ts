import { sha256 } from './merkle-hash.ts'

/** The files of a bundle, in their order; after these come two for each log. */
export const README_PATH = 'README.txt'
export const MANIFEST_PATH = 'manifest.txt'
export const POLICY_PATH = 'policy.txt'
export const checkpointPath = (number: number) => `logs/${number}/checkpoint`
export const eventsPath = (number: number) => `logs/${number}/events.jsonl`

export const MAX_LOGS = 10_000
export const MAX_MANIFEST_BYTES = 2_000_000

/** The same text in every bundle of this format: a verifier knows each byte of it. */
export const README_TEXT = `Parley record bundle, version 1

Each log: logs/N/events.jsonl holds the events, one canonical JSON text a line; logs/N/checkpoint is the
signed head of their Merkle tree (RFC 9162, C2SP tlog-checkpoint). policy.txt names the key that signs
(C2SP tlog-policy); a key from the bundle proves only that the bundle agrees with itself, so compare it with
the key you were given elsewhere. manifest.txt: sha256sum --check manifest.txt
Verify: parley verify BUNDLE --policy YOUR-POLICY

Архив записи Parley, версия 1

Каждый журнал: logs/N/events.jsonl — события, по одному каноническому тексту JSON в строке; logs/N/checkpoint —
подписанная вершина их дерева Меркла. policy.txt называет ключ подписи; ключ из самого архива доказывает лишь,
что архив не противоречит себе: сверьте его с ключом, полученным другим путём.
Проверка: parley verify BUNDLE --policy YOUR-POLICY

Parley 记录包,版本 1

每个日志:logs/N/events.jsonl 为事件,每行一条规范 JSON 文本;logs/N/checkpoint 为其默克尔树的签名树头。
policy.txt 列出签名公钥;包内自带的公钥只能证明本包前后一致,请与另行取得的公钥核对。
验证:parley verify BUNDLE --policy YOUR-POLICY
`

export type ManifestEntry = { readonly path: string; readonly sha256Hex: string }

export function manifestEntry(path: string, bytes: Uint8Array): ManifestEntry {
  return { path, sha256Hex: Buffer.from(sha256(bytes)).toString('hex') }
}

/** The text that `sha256sum --check` reads: every file but the events, which the checkpoints vouch for. */
export function formatManifest(entries: readonly ManifestEntry[]): string {
  return entries.map((entry) => `${entry.sha256Hex}  ${entry.path}\n`).join('')
}

/** Entries of a manifest that lists readme, policy and the checkpoints of `logCount` logs; else undefined. */
export function parseManifest(
  text: string,
): { readonly logCount: number; readonly entries: ReadonlyMap<string, string> } | undefined {
  const entries = new Map<string, string>()
  for (const [, sha256Hex = '', path = ''] of text.matchAll(/^([0-9a-f]{64}) {2}([!-~]+)$/gm)) {
    entries.set(path, sha256Hex)
  }
  const logCount = entries.size - 2
  if (logCount < 0 || logCount > MAX_LOGS) return undefined
  const paths = [README_PATH, POLICY_PATH]
  for (let number = 1; number <= logCount; number++) paths.push(checkpointPath(number))
  const expected = paths.map((path) => ({ path, sha256Hex: entries.get(path) ?? '' }))
  return formatManifest(expected) === text ? { logCount, entries } : undefined
}
