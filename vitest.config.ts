import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/{domain,db,server,components,chaos,embargo}/**/*.test.{ts,tsx}'],
    globalSetup: ['tests/support/startCluster.ts'],
    testTimeout: 90_000,
    hookTimeout: 120_000,
    pool: 'forks',
    maxWorkers: 2,
  },
});
