import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{domain,record,protocol,messages,client,server,sfu,web,cli,e2e,bench,scripts}/**/*.test.ts'],
    environment: 'node',
    pool: 'forks',
    retry: 0,
    passWithNoTests: false,
  },
})
