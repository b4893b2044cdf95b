import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ARROWS, sentence, wrongArrows } from '../../scripts/arrows.mjs';

const FORBIDDEN: readonly [file: string, target: string][] = [
  ['src/domain/a.ts', '../i18n/index.ts'],
  ['src/domain/deep/a.ts', '../../state/app-state.ts'],
  ['src/analysis/a.ts', '../state/app-state.ts'],
  ['src/analysis/a.ts', '../data/load.ts'],
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
  ['src/i18n/a.ts', '../panels/list.tsx'],
  ['src/panels/shared/a.ts', '../reader/cite.tsx'],
  ['src/panels/a.ts', '../main.tsx'],
  ['src/panels/a.ts', './reader/messages.en.ts'],
  ['src/ui/a.ts', '../data/load.ts'],
  ['src/offline/a.ts', '../domain/site.ts'],
  ['src/domain/a.ts', '../offline/follow.ts'],
  ['src/state/messages.en.ts', '../domain/site.ts'],
  ['src/panels/reader/a.ts', '../things/things.css'],
  ['src/panels/shared/a.ts', '../reader/reader.css'],
  ['src/panels/reader/a.ts', '../../ui/pieces.css'],
  ['src/map/a.ts', '../ui/pieces.css'],
  ['src/main.tsx', './panels/reader/reader.css'],
  ['geo/steps/a.ts', '../../src/i18n/index.ts'],
  ['geo/steps/a.ts', '../build.ts'],
];

const ALLOWED: readonly [file: string, target: string][] = [
  ['src/domain/a.ts', './site.ts'],
  ['src/analysis/a.ts', '../domain/site.ts'],
  ['src/data/a.ts', '../../geo/out/policy.json?url'],
  ['src/data/import/place/locate.ts', '../../../analysis/locate-rows.ts'],
  ['src/state/a.ts', '../analysis/nearest.ts'],
  ['src/map/layers/a.ts', '../../domain/site.ts'],
  ['src/map/layers/a.ts', './context.ts'],
  ['src/map/a.ts', '../state/app-state.ts'],
  ['src/panels/a.ts', '../state/app-state.ts'],
  ['src/panels/reader/a.ts', '../things/facts.tsx'],
  ['src/panels/reader/a.ts', '../shared/site-mark.tsx'],
  ['src/i18n/a.ts', '../panels/reader/messages.en.ts'],
  ['src/state/a.ts', './messages.en.ts'],
  ['geo/a.ts', '../src/i18n/index.ts'],
  ['geo/steps/a.ts', '../../src/domain/site.ts'],
  ['src/main.tsx', './map/map-view.ts'],
  ['src/panels/reader/deep/a.ts', '../reader.css'],
  ['src/panels/reader/a.ts', './deep/more.css'],
  ['src/ui/a.ts', './pieces.css'],
  ['src/map/a.ts', './map.css'],
];

let project = '';

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'arrows-'));
});
afterEach(() => rmSync(project, { recursive: true, force: true }));

function write(files: Readonly<Record<string, string>>): void {
  for (const folder of ['src', 'geo']) mkdirSync(join(project, folder), { recursive: true });
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(project, file)), { recursive: true });
    writeFileSync(join(project, file), text);
  }
}

/** The files of a project that the check finds fault with, sorted. */
function faulty(files: Readonly<Record<string, string>>): string[] {
  write(files);
  return [...new Set(wrongArrows(project).map((fault) => fault.split(/:? /)[0] ?? ''))].sort();
}

/** One file for each arrow, numbered so that none overwrites another. */
function numbered(arrows: typeof FORBIDDEN): Record<string, string> {
  const files = arrows.map(([file, target], index) => [
    file.includes('/a.ts') ? file.replace('a.ts', `a${index}.ts`) : file,
    `import '${target}';\n`,
  ]);
  return Object.fromEntries(files);
}

describe('the arrows between folders', () => {
  it('are in the real tree those of the table alone', () => {
    expect(wrongArrows()).toEqual([]);
  });

  it('are told in the walk of the code, each row of the table', () => {
    const told = readFileSync('src/README.md', 'utf8').split('\n');
    const rows = Object.keys(ARROWS).map((room) => `- ${sentence(room)}`);
    expect(told.filter((line) => /^- `[\w/.]+` imports /.test(line))).toEqual(rows);
  });

  it('are refused against the design', () => {
    const files = numbered(FORBIDDEN);
    expect(faulty(files)).toEqual(Object.keys(files).sort());
  });

  it('are refused for types, on demand, handed on and as addresses too', () => {
    const files = {
      'src/domain/a.ts': "import type { App } from '../state/app-state.ts';\nexport type B = App;\n",
      'src/panels/a.ts': "export const load = () => import('../map/map-view.ts');\n",
      'src/map/a.ts': "export { List } from '../panels/list.tsx';\n",
      'src/map/b.ts': "export const at = new URL('../panels/list.tsx?url', import.meta.url);\n",
      'src/ui/a.css': "@import '../panels/list.css';\n",
    };
    expect(faulty(files)).toEqual(Object.keys(files).sort());
  });

  it('are refused from and to a folder that the table does not know', () => {
    const files = {
      'src/widgets/a.ts': 'export {};\n',
      'geo/tools/a.ts': 'export {};\n',
      'src/panels/a.ts': "import '../widgets/a.ts';\n",
      'src/loose.ts': 'export {};\n',
    };
    expect(faulty(files)).toEqual(Object.keys(files).sort());
  });

  it('pass where they are of the table', () => {
    expect(faulty(numbered(ALLOWED))).toEqual([]);
  });
});

describe('the linter', () => {
  it('refuses a cycle, one of types too', () => {
    cpSync('biome.json', join(project, 'biome.json'));
    write({
      'src/state/a.ts': "import type { B } from './b.ts';\nexport type A = B | 1;\n",
      'src/state/b.ts': "import type { A } from './a.ts';\nexport type B = A | 2;\n",
    });
    const biome = join(dirname(createRequire(import.meta.url).resolve('@biomejs/biome/package.json')), 'bin/biome');
    const { stdout } = spawnSync(
      process.execPath,
      [biome, 'lint', '--reporter=json', '--max-diagnostics=none', '--only=suspicious/noImportCycles'],
      { cwd: project, encoding: 'utf8' },
    );
    const report: Report = JSON.parse(stdout);
    expect(report.diagnostics.map(({ location }) => location.path).sort()).toEqual([
      'src/state/a.ts',
      'src/state/b.ts',
    ]);
  });
});

interface Report {
  readonly diagnostics: readonly { readonly location: { readonly path: string } }[];
}
