import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Component tests and what else needs a page. */
const dom = ['tests/**/*.test.tsx', 'tests/**/*.dom.test.ts'];
/** What the shipped data must hold to. */
const shipped = ['tests/shipped/**/*.test.ts'];

/** Packages that only a bench, or the walk through other browsers, has installed bring tests of their own. */
const foreign = '**/node_modules/**';

/**
 * Files share modules, since importing them anew for each takes most of the time: a test that changes what outlives it
 * puts it back.
 */
const shared = {
  isolate: false,
  setupFiles: ['tests/settle.ts'],
  // Many tests take a second of their own; a machine whose cores are busy with other work needs several times that.
  testTimeout: 60_000,
  hookTimeout: 60_000,
};

/** Files that take longest, from the repository: begun last they would keep one worker busy while the other has nothing. */
const LONGEST = ['tests/data/import/hostile.test.ts', 'tests/shipped/boundaries.test.ts'];
const isLong = ({ moduleId }: TestSpecification) => LONGEST.some((file) => moduleId.endsWith(`/${file}`));

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    // Unless told, Vitest leaves one core to the reporting, which needs next to none: of two that is half.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      { test: { ...shared, name: 'node', include: ['tests/**/*.test.ts'], exclude: [...dom, ...shipped, foreign] } },
      { test: { ...shared, name: 'shipped', include: shipped } },
      {
        test: {
          ...shared,
          name: 'dom',
          environment: 'happy-dom',
          // A click on a link to a file that is saved would leave the page, for all the files that share it.
          environmentOptions: {
            happyDOM: { settings: { navigation: { disableMainFrameNavigation: true, disableFallbackToSetURL: true } } },
          },
          include: dom,
          exclude: [foreign],
          setupFiles: [...shared.setupFiles, 'tests/setup.ts'],
        },
      },
    ],
  },
});
