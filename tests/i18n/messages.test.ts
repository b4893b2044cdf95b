import { beforeAll, describe, expect, it } from 'vitest';
import { readInputs } from '../../geo/inputs.ts';
import { converter } from '../../geo/steps/conversion.ts';
import { loadConversion } from '../../src/data/load-later.ts';
import type { ConversionTable } from '../../src/domain/schema/config.ts';
import { messages as enAbout } from '../../src/i18n/about/en.ts';
import { messages as zhAbout } from '../../src/i18n/about/zh-Hans.ts';
import { messages as enAuthor } from '../../src/i18n/author/en.ts';
import { messages as zhAuthor } from '../../src/i18n/author/zh-Hans.ts';
import { messages as enDossier } from '../../src/i18n/dossier/en.ts';
import { messages as zhDossier } from '../../src/i18n/dossier/zh-Hans.ts';
import { messages as enInvest } from '../../src/i18n/invest/en.ts';
import { messages as zhInvest } from '../../src/i18n/invest/zh-Hans.ts';
import { messages as enPanels } from '../../src/i18n/panels/en.ts';
import { messages as zhPanels } from '../../src/i18n/panels/zh-Hans.ts';
import { messages as enPlan } from '../../src/i18n/plan/en.ts';
import { messages as zhPlan } from '../../src/i18n/plan/zh-Hans.ts';
import { messages as enPresent } from '../../src/i18n/present/en.ts';
import { messages as zhPresent } from '../../src/i18n/present/zh-Hans.ts';
import { messages as enShell } from '../../src/i18n/shell/en.ts';
import { messages as zhShell } from '../../src/i18n/shell/zh-Hans.ts';
import { messages as enTours } from '../../src/i18n/tours/en.ts';
import { messages as zhTours } from '../../src/i18n/tours/zh-Hans.ts';
import { BASE_ROOT, fileSource } from '../fixtures/data.ts';

const en = {
  ...enShell,
  ...enPanels,
  ...enPlan,
  ...enAbout,
  ...enInvest,
  ...enDossier,
  ...enPresent,
  ...enAuthor,
  ...enTours,
};
const zh = {
  ...zhShell,
  ...zhPanels,
  ...zhPlan,
  ...zhAbout,
  ...zhInvest,
  ...zhDossier,
  ...zhPresent,
  ...zhAuthor,
  ...zhTours,
};

const pairs = Object.entries(en).map(([key, english]): [string, string, string] => {
  const chinese = Object.entries(zh).find(([k]) => k === key)?.[1];
  return [key, chinese ?? '', english];
});
const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((m) => m[1]).sort();

/** English messages that quote a word of the text itself. */
const QUOTING = new Set(['unitsIntro']);

describe('the two message lists', () => {
  it('share no key between areas', () => {
    expect(
      [zhShell, zhPanels, zhPlan, zhAbout, zhInvest, zhDossier]
        .flatMap(Object.keys)
        .filter((key, at, all) => all.indexOf(key) !== at),
    ).toEqual([]);
  });

  it('have the same keys', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort());
  });

  it('leave no string empty, and start none with a blank', () => {
    expect(
      pairs.filter(([, c, e]) => c.trim() === '' || e.trim() === '' || c !== c.trimStart() || e !== e.trimStart()),
    ).toEqual([]);
  });

  it('fill in the same things', () => {
    expect(pairs.filter(([, c, e]) => placeholders(c).join() !== placeholders(e).join())).toEqual([]);
  });

  it('have no brace that fills in nothing', () => {
    expect(pairs.filter(([, c, e]) => /[{}]/.test((c + e).replace(/\{\w+\}/g, '')))).toEqual([]);
  });

  it('have no Chinese in the English, and no English sentence in the Chinese', () => {
    expect(
      Object.entries(en).filter(([key, text]) => !QUOTING.has(key) && /\p{Script=Han}|[，。：；、]/u.test(text)),
    ).toEqual([]);
    expect(Object.entries(zh).filter(([, text]) => /[a-z]{2,} [a-z]{2,}/.test(text))).toEqual([]);
  });

  it('have Chinese in every Chinese string that is not a number, a name or a sign', () => {
    expect(
      Object.entries(zh).filter(
        ([, text]) => !/\p{Script=Han}/u.test(text) && /[a-z]{4,}/.test(text.replace(/\{\w+\}/g, '')),
      ),
    ).toEqual([]);
  });
});

describe('the traditional script', () => {
  let table: ConversionTable;
  beforeAll(async () => {
    table = await loadConversion(fileSource);
  });

  it('has every message that differs, as it stands now', () => {
    const convert = converter(readInputs(BASE_ROOT).conversionOverrides);
    const missing = Object.values(zh).filter((text) => convert(text) !== text && table[text] !== convert(text));
    expect(missing, 'run: npm run geo').toEqual([]);
  });

  it('keeps what is to be filled in, and the number of characters', () => {
    for (const text of Object.values(zh)) {
      const converted = table[text] ?? text;
      expect(placeholders(converted)).toEqual(placeholders(text));
      expect(converted).toHaveLength(text.length);
    }
  });

  it('never holds a string that does not differ', () => {
    expect(Object.entries(table).filter(([from, to]) => from === to)).toEqual([]);
  });
});
