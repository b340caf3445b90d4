/** One page of a gallery; pages count from 1. */
export type GalleryPage<Of> = {
  readonly shown: readonly Of[]
  readonly page: number
  readonly pages: number
}

/** So many on a page, in order. A page beyond the last is the last: whoever left takes nobody else off the screen. */
export const galleryPage = <Of>(all: readonly Of[], size: number, wanted: number): GalleryPage<Of> => {
  const pages = Math.max(1, Math.ceil(all.length / size))
  const page = Math.min(Math.max(1, wanted), pages)
  return { shown: all.slice((page - 1) * size, page * size), page, pages }
}
