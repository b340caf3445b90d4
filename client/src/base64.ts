/** Standard base64 (RFC 4648, 4), in browsers and in Node. */
export const base64OfBytes = (bytes: Uint8Array): string => {
  let binary = ''
  // One at a time: as arguments of one call, many bytes overflow the stack.
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary)
}

/** Throws where the text is no base64. */
export const bytesOfBase64 = (text: string): Uint8Array =>
  Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
