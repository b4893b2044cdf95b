import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const FORBIDDEN: readonly [file: string, target: string][] = [
  ['src/domain/a.ts', '../i18n/index.ts'],
  ['src/domain/deep/a.ts', '../../state/app-state.ts'],
  ['src/analysis/a.ts', '../state/app-state.ts'],
  ['src/analysis/a.ts', '../data/load.ts'],
  ['src/data/a.ts', '../analysis/nearest.ts'],
  ['src/data/a.ts', '../../geo/steps/policy.ts'],
  ['src/state/a.ts', '../map/map-view.ts'],
  ['src/state/a.ts', '../panels/list.tsx'],
  ['src/map/a.ts', '../panels/list.tsx'],
  ['src/map/layers/a.ts', '../../state/app-state.ts'],
  ['src/map/layers/a.ts', '../map-view.ts'],
  ['src/panels/a.ts', '../map/map-view.ts'],
  ['src/panels/deep/a.ts', '../../map/palette.ts'],
  ['src/ui/a.ts', '../state/app-state.ts'],
  ['src/i18n/a.ts', '../ui/icon.tsx'],
  ['src/modes/a.ts', '../main.tsx'],
  ['geo/steps/a.ts', '../../src/i18n/index.ts'],
  ['geo/steps/a.ts', '../build.ts'],
];

const ALLOWED: readonly [file: string, target: string][] = [
  ['src/domain/a.ts', './site.ts'],
  ['src/analysis/a.ts', '../domain/site.ts'],
  ['src/data/a.ts', '../../geo/out/policy.json?url'],
  ['src/state/a.ts', '../analysis/nearest.ts'],
  ['src/map/layers/a.ts', '../../domain/site.ts'],
  ['src/map/layers/a.ts', './context.ts'],
  ['src/map/a.ts', '../state/app-state.ts'],
  ['src/panels/a.ts', '../state/app-state.ts'],
  ['src/modes/a.ts', '../panels/list.tsx'],
  ['geo/steps/a.ts', '../../src/domain/site.ts'],
  ['src/main.tsx', './map/map-view.ts'],
];

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'arrows-'));
  cpSync('biome.json', join(folder, 'biome.json'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Lints a project of these files with our configuration: each broken rule as `rule path`, sorted. */
function findings(files: Readonly<Record<string, string>>): string[] {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  const biome = join(dirname(createRequire(import.meta.url).resolve('@biomejs/biome/package.json')), 'bin/biome');
  const rules = ['--only=style/noRestrictedImports', '--only=suspicious/noImportCycles'];
  const { stdout } = spawnSync(
    process.execPath,
    [biome, 'lint', '--reporter=json', '--max-diagnostics=none', ...rules],
    {
      cwd: folder,
      encoding: 'utf8',
    },
  );
  const report: Report = JSON.parse(stdout);
  return report.diagnostics.map(({ category, location }) => `${category.split('/').at(-1)} ${location.path}`).sort();
}

interface Report {
  readonly diagnostics: readonly { readonly category: string; readonly location: { readonly path: string } }[];
}

/** One file for each arrow, numbered so that none overwrites another. */
function numbered(arrows: typeof FORBIDDEN): Record<string, string> {
  const files = arrows.map(([file, target], index) => [file.replace('a.ts', `a${index}.ts`), `import '${target}';\n`]);
  return Object.fromEntries(files);
}

describe('the linter', () => {
  it('refuses every arrow against the design', () => {
    const files = numbered(FORBIDDEN);
    expect(findings(files)).toEqual(
      Object.keys(files)
        .map((file) => `noRestrictedImports ${file}`)
        .sort(),
    );
  });

  it('refuses them for types and for imports on demand too', () => {
    const files = {
      'src/domain/a.ts': "import type { App } from '../state/app-state.ts';\nexport type B = App;\n",
      'src/panels/a.ts': "export const load = () => import('../map/map-view.ts');\n",
      'src/map/a.ts': "export { List } from '../panels/list.tsx';\n",
    };
    expect(findings(files)).toEqual(
      Object.keys(files)
        .map((file) => `noRestrictedImports ${file}`)
        .sort(),
    );
  });

  it('lets the arrows of the design pass', () => {
    expect(findings(numbered(ALLOWED))).toEqual([]);
  });

  it('refuses a cycle, one of types too', () => {
    const files = {
      'src/state/a.ts': "import type { B } from './b.ts';\nexport type A = B | 1;\n",
      'src/state/b.ts': "import type { A } from './a.ts';\nexport type B = A | 2;\n",
    };
    expect(findings(files)).toEqual(['noImportCycles src/state/a.ts', 'noImportCycles src/state/b.ts']);
  });
});
