import { defineConfig } from 'vitest/config';

/** The tests that a seeded fault is shown to: those on plain Node, of which Stryker runs the ones that reach it. */
export default defineConfig({
  test: {
    environment: 'node',
    setupFiles: ['tests/bench/mutation/same-draws.ts'],
    // Counting what each test reaches takes time; what hangs is ended by Stryker.
    testTimeout: 60_000,
    include: ['tests/**/*.test.ts'],
    exclude: [
      'node_modules',
      // They need a page.
      'tests/**/*.dom.test.ts',
      // About the shipped data, not about what the code does.
      'tests/shipped',
      // About files and commands of the repository, not about what the code does.
      'tests/scripts',
      // Another process does the work there, in which no fault is active.
      'tests/data/import/hostile.test.ts',
    ],
  },
});
