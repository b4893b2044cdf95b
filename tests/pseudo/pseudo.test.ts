import { describe, expect, it } from 'vitest';
import { fill } from '../../src/i18n/fill.ts';
import { loadMessages } from '../../src/i18n/index.ts';
import { BASE_OUT } from '../fixtures/data.ts';
import { namesOfData } from './names.ts';
import { CLOSE, OPEN, pseudo, pseudoAll } from './pseudo.ts';

describe('the pseudo language', () => {
  it('is in brackets, accented and about two fifths longer', () => {
    const said = pseudo('Load again');
    expect(said).toBe('⟦Lööáád áágááîñ⟧');
    expect(said.startsWith(OPEN) && said.endsWith(CLOSE)).toBe(true);
  });

  it('keeps placeholders and both forms of a number', () => {
    const said = pseudo('{n} {n|record|records} in {place}');
    const number = (value: string | number) => String(value);
    expect(fill(said, { n: 1, place: 'X' }, number)).toMatch(/^⟦1 rr?ééçöörd .* X⟧$/);
    expect(fill(said, { n: 2, place: 'X' }, number)).toMatch(/^⟦2 rr?ééçöördš .* X⟧$/);
  });

  it('says nothing for nothing, and nothing twice', () => {
    expect(pseudo('')).toBe('');
    expect(pseudo(pseudo('Close'))).toBe(pseudo('Close'));
  });

  it('takes every message there is, with the same placeholders', async () => {
    const english = await loadMessages('en');
    const said: Record<string, string> = pseudoAll(english as Readonly<Record<string, string>>);
    const asked = (text: string) => [...text.matchAll(/\{(\w+)/g)].map(([, name]) => name);
    for (const [key, message] of Object.entries(english)) expect(asked(said[key] ?? ''), key).toEqual(asked(message));
    const letters = (all: readonly string[]) => all.join('').length;
    const ratio = letters(Object.values(said)) / letters(Object.values(english));
    expect(ratio).toBeGreaterThan(1.3);
    expect(ratio).toBeLessThan(1.5);
  });
});

describe('what is no word of the interface', () => {
  const isName = namesOfData([BASE_OUT]);

  it('are names of the data, measures, dates and addresses', () => {
    for (const text of [
      'Xianhu Hydrogen Valley , 3',
      '25.7 km–35.1 km',
      '8 March 2018',
      'https://example.org/x',
      '佛山',
    ])
      expect(isName(text), text).toBe(true);
  });

  it('are no sentences', () => {
    expect(isName('Press the button to go on')).toBe(false);
    expect(isName('3 rows were left out')).toBe(false);
  });
});
