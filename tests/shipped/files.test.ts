import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  loadConversion,
  loadOffers,
  loadPlaces,
  loadSearch,
  loadStations,
  loadStatistics,
  loadTerms,
} from '../../src/data/load-later.ts';
import { DATA_FILES } from '../../src/data/source.ts';
import { shippedBase, shippedSource } from './data.ts';

/** Files that only the build and the reader's aid name; the page asks for them by other means. */
const BESIDE = ['policies.json', 'reading-aid.json'];

describe('the shipped files', () => {
  it('are those that the page asks for, and the further documents', async () => {
    const { documents } = await shippedBase();
    const expected = new Set<string>([...DATA_FILES, ...BESIDE, ...documents.map(({ file }) => file)]);
    expect(readdirSync('geo/out').sort()).toEqual([...expected].sort());
  });

  it('are read by the loaders of the page', async () => {
    expect((await shippedBase()).warnings).toEqual([]);
    await expect(
      Promise.all(
        [loadStatistics, loadOffers, loadSearch, loadStations, loadPlaces, loadTerms, loadConversion].map((load) =>
          load(shippedSource),
        ),
      ),
    ).resolves.not.toContain(undefined);
  });

  it('hold in the traditional script only what differs, as long as what it stands for', async () => {
    for (const [from, to] of Object.entries(await loadConversion(shippedSource))) {
      expect(to).not.toBe(from);
      expect(to).toHaveLength(from.length);
    }
  });
});
