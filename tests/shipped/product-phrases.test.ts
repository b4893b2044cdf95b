/** How the shipped words meet products that people name, from a list that was written without them. */
import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { understand } from '../../src/analysis/invest/meaning.ts';
import { indexTerms } from '../../src/analysis/invest/understand.ts';
import { loadTerms } from '../../src/data/load-later.ts';
import { CLUSTER_IDS } from '../../src/domain/vocabulary.ts';
import { shippedSource } from './data.ts';

const FOLDER = 'tests/fixtures/product-phrases';
const Row = v.object({
  zh: v.string(),
  en: v.string(),
  clusters: v.pipe(
    v.string(),
    v.transform((text) => text.split('|')),
    v.array(v.picklist([...CLUSTER_IDS, 'none'])),
  ),
});
const listed = (file: string) =>
  v.parse(
    v.array(Row),
    Papa.parse(readFileSync(`${FOLDER}/${file}`, 'utf8'), { header: true, skipEmptyLines: true }).data,
  );

const index = indexTerms(await loadTerms(shippedSource));

describe.each(['phrases.csv', 'phrases-2.csv'])('%s', (file) => {
  const read = listed(file).flatMap(({ zh, en, clusters }) =>
    [zh, en].map((words) => {
      const { foundClusters, readings } = understand(index, { words, added: [], removed: [] });
      const first = foundClusters[0] ?? readings[0]?.cluster ?? 'none';
      const wrong = foundClusters.filter((id) => !clusters.includes(id));
      return { words, wrong, isRight: wrong.length === 0 && clusters.includes(first) };
    }),
  );

  it('nine of ten are right in the first reading', () => {
    expect(read.length).toBeGreaterThanOrEqual(240);
    const missed = read.filter(({ isRight }) => !isRight).map(({ words }) => words);
    expect(missed.length / read.length, missed.join(', ')).toBeLessThanOrEqual(0.1);
  });

  it('no cluster is taken that a thing is not of', () => {
    expect(read.filter(({ wrong }) => wrong.length > 0).map(({ words, wrong }) => `${words}: ${wrong}`)).toEqual([]);
  });
});
