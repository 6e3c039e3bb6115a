import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/{domain,db,server,components,chaos,embargo}/**/*.test.{ts,tsx}'],
    globalSetup: ['tests/support/startCluster.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    pool: 'forks',
    maxWorkers: 2,
  },
});
