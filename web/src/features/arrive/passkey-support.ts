/** Whether passkeys can be used on this page; `need-name`: not at an address that is only a number. */
export type PasskeySupport = 'ready' | 'need-name' | 'none'

export const passkeySupport = (
  { hostname }: { readonly hostname: string },
  hasPasskeys: boolean,
): PasskeySupport => {
  // Where the page is not at `localhost` or under https, browsers hide the whole of it.
  if (isNumber(hostname)) return 'need-name'
  return hasPasskeys ? 'ready' : 'none'
}

/** The same page at this machine's name, where it stands at this machine's number. */
export const byName = (href: string): string | undefined => {
  const url = new URL(href)
  if (!/^127(\.\d+){3}$|^\[::1\]$/.test(url.hostname)) return undefined
  url.hostname = 'localhost'
  return url.href
}

const isNumber = (hostname: string): boolean => /^\d+(\.\d+){3}$|^\[[0-9a-f:.]+\]$/i.test(hostname)
