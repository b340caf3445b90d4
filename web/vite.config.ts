import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** Where a running Parley answers while the rooms are worked on; see docs/develop. */
const server = process.env['PARLEY_URL'] ?? 'http://127.0.0.1:8420'
const proxy = { '/api': { target: server, ws: true } }

export default defineConfig({
  base: '/room/',
  plugins: [react()],
  server: { host: '127.0.0.1', proxy },
  preview: { host: '127.0.0.1', proxy },
  // `light-dark()` is used as it stands: a stand-in would fix the theme where a colour is declared, not where it is used.
  build: { target: 'es2023', cssTarget: ['chrome123', 'firefox120', 'safari17.5'], assetsInlineLimit: 0 },
})
