import { closeSync, constants, lstatSync, openSync, readdirSync, readSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { Unsound, type Finding } from './findings.ts'
import { BLOCK_BYTES, paddingBytesOf, parseTarHeader } from './tar.ts'

/** A bundle: the path of an archive or of a directory with its files, or the bytes of an archive. */
export type BundleSource = string | Uint8Array

/** One file of a bundle, read from its beginning to its end. */
export type BundleFile = {
  readonly path: string
  readonly sizeBytes: number
  /** Fills `into` from `offset` on and returns how many bytes it had; 0 at the end of the file only. */
  read(into: Uint8Array, offset: number): number
}

/**
 * Reads the files of a bundle in the order the caller knows. Throws Unsound where the bundle is not as it should
 * be, and the system's error where the disk fails or there is nothing at the path.
 */
export type BundleReader = {
  /** Opens the next file, which must have this path; the one before must have been read to its end. */
  open(path: string): BundleFile
  /** Makes sure that nothing follows. */
  finish(): void
  close(): void
}

export function openBundle(source: BundleSource): BundleReader {
  if (typeof source !== 'string') return archiveReader(bytesInput(source))
  return statSync(source).isDirectory() ? directoryReader(source) : archiveReader(fileInput(source))
}

/** The whole of a small file. */
export function readWhole(file: BundleFile, maxBytes: number): Uint8Array {
  if (file.sizeBytes > maxBytes) fail('tampered', 'file-too-large', file.path)
  const bytes = Buffer.alloc(file.sizeBytes)
  for (let offset = 0; offset < bytes.length;) offset += file.read(bytes, offset)
  return bytes
}

/** `read` returns 0 at the end only. */
type Input = {
  read(into: Uint8Array, offset: number, length: number): number
  close(): void
}

function bytesInput(bytes: Uint8Array): Input {
  let position = 0
  return {
    read(into, offset, length) {
      const part = bytes.subarray(position, position + length)
      into.set(part, offset)
      position += part.length
      return part.length
    },
    close() {},
  }
}

function fileInput(path: string, flags: number = constants.O_RDONLY): Input {
  const descriptor = openSync(path, flags)
  return {
    read: (into, offset, length) => readSync(descriptor, into, offset, length, null),
    close: () => closeSync(descriptor),
  }
}

function archiveReader(input: Input): BundleReader {
  const block = Buffer.alloc(BLOCK_BYTES)
  let paddingBytes = 0

  function readBlock(length: number, path?: string): Uint8Array {
    for (let offset = 0; offset < length;) {
      const count = input.read(block, offset, length - offset)
      if (count === 0) fail('incomplete', 'truncated', path)
      offset += count
    }
    return block.subarray(0, length)
  }

  function skipPadding(path?: string): void {
    if (!isZero(readBlock(paddingBytes, path))) fail('tampered', 'bad-archive-padding', path)
    paddingBytes = 0
  }

  return {
    open(path) {
      skipPadding(path)
      if (isZero(readBlock(BLOCK_BYTES, path))) fail('incomplete', 'missing-file', path)
      const header = parseTarHeader(block)
      if (header === undefined) fail('tampered', 'bad-archive-header', path)
      if (header.path !== path) fail('tampered', 'unexpected-file', header.path)
      paddingBytes = paddingBytesOf(header.sizeBytes)
      return openFile(path, header.sizeBytes, input)
    },
    finish() {
      skipPadding()
      for (let blocks = 0; blocks < 2; blocks++) {
        if (isZero(readBlock(BLOCK_BYTES))) continue
        const header = parseTarHeader(block)
        fail('tampered', header === undefined ? 'bad-archive-header' : 'unexpected-file', header?.path)
      }
      if (input.read(block, 0, 1) > 0) fail('tampered', 'bytes-after-end')
    },
    close: () => input.close(),
  }
}

function directoryReader(root: string): BundleReader {
  const known = new Set<string>()
  let current: Input | undefined

  return {
    open(path) {
      current?.close()
      current = undefined
      const place = join(root, path)
      const stat = lstatSync(place, { throwIfNoEntry: false })
      if (stat === undefined) fail('incomplete', 'missing-file', path)
      if (!stat.isFile()) fail('tampered', 'not-a-regular-file', path)
      known.add(path)
      // A link put in place since lstat would let a file elsewhere be read as part of the bundle.
      const input = fileInput(place, constants.O_RDONLY | constants.O_NOFOLLOW)
      current = input
      return openFile(path, stat.size, input)
    },
    finish() {
      for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
        const path = relative(root, join(entry.parentPath, entry.name)).split(sep).join('/')
        if (
          entry.isDirectory() ? ![...known].some((file) => file.startsWith(`${path}/`)) : !known.has(path)
        ) {
          fail('tampered', 'unexpected-file', path)
        }
      }
    },
    close: () => current?.close(),
  }
}

function openFile(path: string, sizeBytes: number, input: Input): BundleFile {
  let rest = sizeBytes
  return {
    path,
    sizeBytes,
    read(into, offset) {
      if (rest === 0) return 0
      const count = input.read(into, offset, Math.min(rest, into.length - offset))
      if (count === 0) fail('incomplete', 'truncated', path)
      rest -= count
      return count
    },
  }
}

function fail(outcome: Finding['outcome'], code: Finding['code'], path?: string): never {
  throw new Unsound({ outcome, code, ...(path === undefined ? {} : { path }) })
}

const zeros = new Uint8Array(BLOCK_BYTES)
const isZero = (block: Uint8Array) => Buffer.compare(block, zeros.subarray(0, block.length)) === 0
