import { closeSync, fsyncSync, openSync } from 'node:fs'

/** Puts a folder's list of names on disk, so that a file made or renamed in it is found after a power cut. */
export const syncFolder = (folder: string): void => {
  const descriptor = openSync(folder, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
