import { describe, expect, it } from 'vitest';
import { loadTours } from '../../src/data/load-tours.ts';
import { tourFileOf } from '../../src/domain/tour-parse.ts';
import { tourOf } from '../fixtures/tour.ts';

const text = JSON.stringify(tourFileOf(tourOf('a', 'b')));
const files: Readonly<Record<string, string>> = { investors: text, 'open-day': text, broken: text.slice(0, 40) };
const source = {
  tour: (id: string) => (id === 'down' ? Promise.reject(new Error('offline')) : Promise.resolve(files[id] ?? null)),
};
const load = (...list: unknown[]) => loadTours(source, list, (id) => id === 'overview' || id.startsWith('own'));

describe('the tours that a deployer lists', () => {
  it('have the id of the list, whatever their file says, in its order', async () => {
    const { tours, refused } = await load('open-day', 'investors');
    expect(tours.map(({ id, stops }) => [id, stops.length])).toEqual([
      ['open-day', 2],
      ['investors', 2],
    ]);
    expect(refused).toEqual([]);
  });

  it('cost no other when one is broken, and say which and why', async () => {
    const { tours, refused } = await load('investors', '../x', 7, 'gone', 'broken', 'overview', 'own-1', 'down');
    expect(tours.map(({ id }) => id)).toEqual(['investors']);
    expect(refused).toEqual([
      { file: 'config.json: tours: "../x"', faults: [{ kind: 'no-id' }] },
      { file: 'config.json: tours: 7', faults: [{ kind: 'no-id' }] },
      { file: 'tours/gone.json', faults: [{ kind: 'no-file' }] },
      { file: 'tours/broken.json', faults: [{ kind: 'not-json' }] },
      { file: 'tours/overview.json', faults: [{ kind: 'taken' }] },
      { file: 'tours/own-1.json', faults: [{ kind: 'taken' }] },
      { file: 'tours/down.json', faults: [{ kind: 'unreadable', reason: 'offline' }] },
    ]);
  });

  it('are each there once', async () => {
    const { tours, refused } = await load('investors', 'investors');
    expect(tours).toHaveLength(1);
    expect(refused).toEqual([{ file: 'tours/investors.json', faults: [{ kind: 'taken' }] }]);
  });
});
