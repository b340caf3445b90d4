import type { Page } from 'playwright-core'

/** Notes in the page, on the machine's own clock, when something is first so; looked at with every picture drawn. */
export const noteWhen = (page: Page, name: string, selector: string, text = ''): Promise<unknown> =>
  page.addInitScript(
    ([key, wanted, words]) => {
      const look = (): void => {
        const found = [...document.querySelectorAll(wanted ?? '')].some(
          (element) =>
            (element.textContent ?? '').includes(words ?? '') &&
            !element.matches(':disabled') &&
            (!(element instanceof HTMLVideoElement) ||
              element.getVideoPlaybackQuality().totalVideoFrames > 0),
        )
        if (found) Reflect.set(window, key ?? '', Date.now())
        else requestAnimationFrame(look)
      }
      requestAnimationFrame(look)
    },
    [name, selector, text],
  )

/** When it was so. */
export const noted = async (page: Page, name: string): Promise<number> =>
  Number(
    await (
      await page.waitForFunction((key) => Reflect.get(window, key), name, { timeout: 60_000, polling: 50 })
    ).jsonValue(),
  )
