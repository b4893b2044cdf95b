import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readInputs } from '../../geo/inputs.ts';
import { converter } from '../../geo/steps/conversion.ts';
import { loadConversion } from '../../src/data/load-later.ts';
import type { ConversionTable } from '../../src/domain/schema/config.ts';
import { AREAS } from '../../src/i18n/areas.ts';
import { loadMessages } from '../../src/i18n/index.ts';
import { BASE_ROOT, fileSource } from '../fixtures/data.ts';

const en = await loadMessages('en');
const zh = await loadMessages('zh-Hans');
const english = Object.entries(en);
const chinese = Object.entries(zh);
const chineseOf = new Map(chinese);

const pairs = english.map(([key, text]): [string, string, string] => [key, chineseOf.get(key) ?? '', text]);
const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((m) => m[1]).sort();

/** The forms that English chooses by a number: `{n|record|records}`. */
const forms = (text: string) =>
  [...text.matchAll(/\{(\w+)\|([^{|}]*)\|([^{|}]*)\}/g)].map(([whole = '', name = '', one = '', other = '']) => ({
    whole,
    name,
    one,
    other,
  }));
const withoutForms = (text: string) => forms(text).reduce((left, { whole }) => left.replace(whole, ''), text);

/** English messages that quote a word of the text itself, or of a cell. */
const QUOTING = new Set(['unitsIntro', 'import.about-cells']);

/** Every file of words by its path: what lies in a room, and the shell's. */
const FILES = Object.entries(
  import.meta.glob<{ messages: Readonly<Record<string, string>> }>(
    ['../../src/**/messages.*.ts', '../../src/i18n/shell.*.ts'],
    { eager: true },
  ),
).map(([path, { messages }]) => ({ path, messages }));

/** What looks like a count of things and is none, or is always of many. */
const NO_COUNT = [
  'baseFailure.no-capabilities',
  'baseFailure.no-picture',
  'baseFailure.projection',
  'baseFailure.refused',
  'baseFailure.spent',
  'baseFailure.status',
  'baseFailure.unreachable',
  'cellNotPlaced',
  'cellPlaced',
  'chartYearUnclear',
  'concentrationSays',
  'district.wordsPossible',
  'import.remote-no-ranges',
  'policy.claim',
  'refining',
  'refiningFirst',
  'refiningHalted',
  'shortLinkText',
  'site.claim',
  'stillHint',
  'tourTooLong',
];

describe('the table of catalogues', () => {
  it('reaches every file of words, in both languages', () => {
    const missing = FILES.flatMap(({ path, messages }) => {
      const loaded = new Map(path.endsWith('.en.ts') ? english : chinese);
      return Object.entries(messages).flatMap(([key, text]) => (loaded.get(key) === text ? [] : [`${path}: ${key}`]));
    });
    expect(missing).toEqual([]);
  });

  it('gives an area the same words in both languages, and a word to one file alone', async () => {
    for (const area of AREAS) {
      const [one, other] = await Promise.all([loadMessages('en', [area]), loadMessages('zh-Hans', [area])]);
      expect(Object.keys(one).sort(), area).toEqual(Object.keys(other).sort());
    }
    for (const language of ['.en.ts', '.zh-Hans.ts']) {
      const keys = FILES.filter(({ path }) => path.endsWith(language)).flatMap(({ messages }) => Object.keys(messages));
      expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
      expect(keys).toHaveLength(english.length);
    }
  });

  it('holds no word that nobody says', () => {
    const source = readdirSync('src', { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name) && !/messages\.|shell\./.test(name))
      .map((name) => readFileSync(join('src', name), 'utf8'))
      .join('\n');
    // A key is written whole, or its second half is a variable: `status.${value}`.
    const whole = new Set([...source.matchAll(/['"`]([\w.-]+)(?=['"`])/g)].map((match) => match[1]));
    const stems = new Set([...source.matchAll(/`(\w+)\.\$\{/g)].map((match) => match[1]));
    const said = (key: string) => whole.has(key) || (key.includes('.') && stems.has(key.split('.')[0]));
    expect(english.map(([key]) => key).filter((key) => !said(key))).toEqual([]);
  });
});

describe('the two message lists', () => {
  it('leave no string empty, and start none with a blank', () => {
    expect(
      pairs.filter(([, c, e]) => c.trim() === '' || e.trim() === '' || c !== c.trimStart() || e !== e.trimStart()),
    ).toEqual([]);
  });

  it('fill in the same things', () => {
    expect(pairs.filter(([, c, e]) => placeholders(c).join() !== placeholders(e).join())).toEqual([]);
  });

  it('have no brace that fills in nothing', () => {
    expect(pairs.filter(([, c, e]) => /[{|}]/.test((c + withoutForms(e)).replace(/\{\w+\}/g, '')))).toEqual([]);
  });

  it('have both forms wherever English chooses one, by a number that the message says or is asked for with', () => {
    const wrong = english.filter(([, text]) =>
      forms(text).some(({ name, one, other }) => {
        const said = placeholders(text).includes(name) || placeholders(text).length === 0;
        return one === '' || other === '' || one === other || !said;
      }),
    );
    expect(wrong).toEqual([]);
    expect(english.filter(([, text]) => forms(text).length > 0).length).toBeGreaterThan(50);
  });

  it('say of no number in English that it is many, where it may be one', () => {
    const fixed = english.filter(([, text]) => /\{\w+\} ([a-z]+ )?[a-z]{2,}[^s\W]s\b/.test(withoutForms(text)));
    expect(fixed.map(([key]) => key).sort()).toEqual(NO_COUNT);
  });

  it('have no Chinese in the English, and no English sentence in the Chinese', () => {
    expect(english.filter(([key, text]) => !QUOTING.has(key) && /\p{Script=Han}|[，。：；、]/u.test(text))).toEqual([]);
    expect(chinese.filter(([, text]) => /[a-z]{2,} [a-z]{2,}/.test(text))).toEqual([]);
  });

  it('have Chinese in every Chinese string that is not a number, a name or a sign', () => {
    expect(
      chinese.filter(([, text]) => !/\p{Script=Han}/u.test(text) && /[a-z]{4,}/.test(text.replace(/\{\w+\}/g, ''))),
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
