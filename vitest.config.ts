import { defineConfig } from 'vitest/config';

/** Component tests (.test.tsx) get a DOM, all others run on plain Node. */
export default defineConfig({
  test: {
    projects: [
      { test: { name: 'node', environment: 'node', include: ['tests/**/*.test.ts'] } },
      { test: { name: 'dom', environment: 'happy-dom', include: ['tests/**/*.test.tsx'] } },
    ],
  },
});
