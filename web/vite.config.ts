import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/** Where a running Parley answers while the rooms are worked on; see docs/develop. */
const server = process.env['PARLEY_URL'] ?? 'http://127.0.0.1:8420'
const proxy = { '/api': { target: server, ws: true } }

/**
 * What every delegate's first screen needs, in two files: split by who shares what it came in sixty, whose requests
 * cost a slow machine more than their contents. The words of the language come beside the second.
 */
const FETCHED_AT_ONCE = [
  { name: 'first', test: /\/web\/src\/main\.ts$/, priority: 2 },
  { name: 'room', test: /\/web\/src\/app\/(start|delegate-room)\.tsx$/, priority: 1 },
]

/** Asks for the room's files with the page itself, not only when the first file has run. */
const roomBesideFirst: Plugin = {
  name: 'room-beside-first',
  transformIndexHtml: (_html, { bundle }) =>
    Object.values(bundle ?? {}).flatMap((file) => {
      const href = `/room/${file.fileName}`
      if (file.type === 'chunk' && file.name === 'room')
        return [{ tag: 'link', attrs: { rel: 'modulepreload', crossorigin: true, href } }]
      return file.type === 'asset' && file.names.includes('room.css')
        ? [{ tag: 'link', attrs: { rel: 'stylesheet', crossorigin: true, href } }]
        : []
    }),
}

export default defineConfig({
  base: '/room/',
  plugins: [react(), roomBesideFirst],
  server: { host: '127.0.0.1', proxy },
  preview: { host: '127.0.0.1', proxy },
  // `light-dark()` is used as it stands: a stand-in would fix the theme where a colour is declared, not where it is used.
  build: {
    target: 'es2023',
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    assetsInlineLimit: 0,
    rolldownOptions: { output: { codeSplitting: { groups: FETCHED_AT_ONCE } } },
  },
})
