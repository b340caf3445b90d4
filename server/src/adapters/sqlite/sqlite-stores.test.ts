import { accessStoreContract } from '../../ports/access-store.contract.ts'
import { eventStoreContract } from '../../ports/event-store.contract.ts'
import { passkeyStoreContract } from '../../ports/passkey-store.contract.ts'
import { takedownStoreContract } from '../../ports/takedown-store.contract.ts'
import { temporaryFolder } from '../file/temporary-folder.ts'
import { type DataFolder, openDataFolder } from './open-data-folder.ts'

let opened: { readonly data: DataFolder; readonly remove: () => void } | undefined

const open = (): DataFolder => {
  const { path, remove } = temporaryFolder()
  opened = { data: openDataFolder(path), remove }
  return opened.data
}

const dispose = async (): Promise<void> => {
  await opened?.data.close()
  opened?.remove()
}

eventStoreContract('sqlite', () => open().events, dispose)
accessStoreContract('sqlite', () => open().access, dispose)
passkeyStoreContract('sqlite', () => open().passkeys, dispose)
takedownStoreContract('sqlite', () => open().takedowns, dispose)
