import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** What is drawn in the page, and what the build writes into it. */
const files = ['src', 'scripts/first-view'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
);
const read = (ending: RegExp) =>
  files.filter((name) => ending.test(name)).map((name) => [name, readFileSync(name, 'utf8')] as const);

const code = [...read(/(?<!messages\.[\w-]+)\.tsx?$/).map(([, text]) => text), readFileSync('index.html', 'utf8')].join(
  '\n',
);
/** Every word in quotes, and what a composed name begins with: `status-` of `status-${site.status}`. */
const written = new Set(
  [...code.matchAll(/(['"`])((?:(?!\1)[^\\\n])*)\1/g)].flatMap((match) => match[2]?.split(/[^\w-]+/) ?? []),
);
const begun = [...new Set([...code.matchAll(/([\w-]+-)\$\{/g)].map((match) => match[1] ?? ''))];

/** The classes that the selectors of a sheet name. */
function classesOf(sheet: string): string[] {
  const selectors = [...sheet.replace(/\/\*[\s\S]*?\*\//g, '').matchAll(/([^{}]+)\{/g)].map((match) => match[1] ?? '');
  return selectors
    .filter((text) => !text.trim().startsWith('@'))
    .flatMap((text) => text.match(/(?<=\.)[a-zA-Z][\w-]*/g) ?? []);
}

describe('the style sheets', () => {
  it('style no class that the code never writes', () => {
    const dead = read(/\.css$/).flatMap(([name, text]) =>
      classesOf(text)
        // The map library's own.
        .filter((word) => !word.startsWith('maplibregl-'))
        .filter((word) => !written.has(word) && !begun.some((start) => word.startsWith(start)))
        .map((word) => `${name}: .${word}`),
    );
    expect(dead).toEqual([]);
  });
});
