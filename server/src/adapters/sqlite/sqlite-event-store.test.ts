import { eventStoreContract } from '../../ports/event-store.contract.ts'
import { type DataFolder, openDataFolder } from './open-data-folder.ts'
import { temporaryFolder } from './temporary-folder.ts'

let opened: { readonly data: DataFolder; readonly remove: () => void } | undefined

eventStoreContract(
  'sqlite',
  () => {
    const { path, remove } = temporaryFolder()
    opened = { data: openDataFolder(path), remove }
    return opened.data.events
  },
  async () => {
    await opened?.data.close()
    opened?.remove()
  },
)
