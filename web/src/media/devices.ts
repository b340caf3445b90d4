/** What the browser has, by kind; without names until the person has let it use one. */
export type Devices = {
  readonly microphones: readonly MediaDeviceInfo[]
  readonly cameras: readonly MediaDeviceInfo[]
  readonly speakers: readonly MediaDeviceInfo[]
}

export const NO_DEVICES: Devices = { microphones: [], cameras: [], speakers: [] }

/** The devices there are now. On a page that is not secure the browser has none to give. */
export const listDevices = async (): Promise<Devices> => {
  const { mediaDevices } = navigator
  if (mediaDevices === undefined) return NO_DEVICES
  const all = await mediaDevices.enumerateDevices()
  const of = (kind: MediaDeviceKind): readonly MediaDeviceInfo[] =>
    all.filter((device) => device.kind === kind && device.deviceId !== '')
  return { microphones: of('audioinput'), cameras: of('videoinput'), speakers: of('audiooutput') }
}

/** Whether this browser may use devices at all: only over https, and on this machine itself. */
export const canUseDevices = (): boolean => window.isSecureContext && navigator.mediaDevices !== undefined
