import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './tests/support/longest-first.ts';

const database = ['src/server/**/*.db.test.ts', 'tests/*.db.test.ts'];

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    // A browser test waits half of its time: three lanes keep two cores busy.
    maxWorkers: availableParallelism() + 1,
    projects: [
      {
        test: {
          name: 'pure',
          isolate: false,
          testTimeout: 120_000,
          include: ['src/**/*.test.ts', 'tests/*.test.ts', 'tests/policies/*.test.ts', 'simulators/**/*.test.ts'],
          exclude: ['**/*.db.test.ts', '**/node_modules/**'],
        },
      },
      {
        test: {
          name: 'database',
          // Each file has its own database; loading the product anew for each would cost a minute.
          isolate: false,
          include: database,
          globalSetup: ['tests/support/global-setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 240_000,
        },
      },
      {
        test: {
          name: 'browser',
          isolate: false,
          include: ['tests/journeys/*.e2e.ts'],
          globalSetup: ['tests/support/global-setup.ts'],
          testTimeout: 240_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
