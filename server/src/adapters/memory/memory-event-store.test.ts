import { eventStoreContract } from '../../ports/event-store.contract.ts'
import { memoryEventStore } from './memory-event-store.ts'

eventStoreContract('memory', memoryEventStore)
