import { documentStoreContract } from '../../ports/document-store.contract.ts'
import { memoryDocumentStore } from './memory-document-store.ts'

documentStoreContract('memory', memoryDocumentStore)
