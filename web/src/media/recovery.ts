/** Whose way of giving a refused permission back has to be told. */
export type Recovery = 'chromium' | 'firefox' | 'safari' | 'ios' | 'android'

/** Read off the browser’s own name; on a phone the system has a say of its own. Whatever is unknown is told as Chromium. */
export const recoveryOf = (userAgent: string): Recovery => {
  if (/iPhone|iPad|iPod/.test(userAgent)) return 'ios'
  if (/Android/.test(userAgent)) return 'android'
  if (/Firefox\//.test(userAgent)) return 'firefox'
  return /Safari\//.test(userAgent) && !/Chrom/.test(userAgent) ? 'safari' : 'chromium'
}

/**
 * The system that has a switch of its own for cameras and microphones beside the browser’s; nothing where there is none, or
 * where the browser’s own way is through the system already.
 */
export const systemOf = (userAgent: string): 'macos' | 'windows' | undefined => {
  if (/Macintosh/.test(userAgent)) return 'macos'
  return /Windows NT/.test(userAgent) ? 'windows' : undefined
}
