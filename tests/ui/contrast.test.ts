import { readFileSync } from 'node:fs';
import { wcagContrast } from 'culori';
import { describe, expect, it } from 'vitest';

type Tokens = ReadonlyMap<string, string>;

/** Custom properties with a plain colour in the first block of the selector. */
function tokensOf(css: string, selector: string): Tokens {
  const start = css.indexOf(`${selector} {`);
  if (start < 0) throw new Error(`no block ${selector}`);
  const block = css.slice(start, css.indexOf('}', start));
  return new Map(
    [...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [name, value]),
  );
}

const tokens = readFileSync('src/ui/tokens.css', 'utf8');
const adapt = readFileSync('src/ui/adapt.css', 'utf8');
const light = tokensOf(tokens, ':root');
const dark = new Map([...light, ...tokensOf(tokens, '[data-theme="dark"]')]);
const THEMES: readonly (readonly [string, Tokens])[] = [
  ['light', light],
  ['dark', dark],
  ['light, more contrast', new Map([...light, ...tokensOf(adapt, ':root:not([data-theme="dark"])')])],
  ['dark, more contrast', new Map([...dark, ...tokensOf(adapt, '[data-theme="dark"]')])],
];

const PAPERS = ['paper', 'paper-2', 'paper-3'];
/** Text and what it stands on. */
const TEXT: readonly (readonly [string, readonly string[]])[] = [
  ['ink', PAPERS],
  ['ink-2', PAPERS],
  ['link', PAPERS],
  ['accent', PAPERS],
  ['sure', PAPERS],
  ['on-accent', ['accent']],
  ['on-mark', ['mark']],
  ['warn-ink', ['warn-paper', 'paper', 'paper-2']],
];
/** Symbols, edges of fields and the focus ring. */
const SYMBOLS: readonly (readonly [string, readonly string[]])[] = [
  ['focus', PAPERS],
  ['edge', PAPERS],
  ['sure', PAPERS],
  ['coarse', PAPERS],
  ['none', PAPERS],
  ['warn-ink', PAPERS],
];

function weak(theme: Tokens, pairs: typeof TEXT, least: number): string[] {
  const of = (name: string) => {
    const value = theme.get(name);
    if (value === undefined) throw new Error(`no token ${name}`);
    return value;
  };
  return pairs.flatMap(([name, grounds]) =>
    grounds
      .map((ground) => ({ ground, contrast: wcagContrast(of(name), of(ground)) }))
      .filter(({ contrast }) => contrast < least)
      .map(({ ground, contrast }) => `${name} on ${ground}: ${contrast.toFixed(2)}`),
  );
}

describe.each(THEMES)('tokens, %s', (_, theme) => {
  it('set text off by 4.5 : 1', () => {
    expect(weak(theme, TEXT, 4.5)).toEqual([]);
  });
  it('set symbols and edges off by 3 : 1', () => {
    expect(weak(theme, SYMBOLS, 3)).toEqual([]);
  });
});

describe('more contrast', () => {
  it.each([
    ['light', THEMES[0], THEMES[2]],
    ['dark', THEMES[1], THEMES[3]],
  ] as const)('is more in every token that it changes: %s', (_, usual, more) => {
    const [before, after] = [usual?.[1], more?.[1]];
    if (before === undefined || after === undefined) throw new Error('a theme is missing');
    const paper = before.get('paper') ?? '';
    const changed = [...after].filter(([name, value]) => before.get(name) !== value);
    expect(changed.length).toBeGreaterThan(5);
    const fainter = changed.filter(
      ([name, value]) => wcagContrast(value, paper) <= wcagContrast(before.get(name) ?? paper, paper),
    );
    expect(fainter).toEqual([]);
  });
});
