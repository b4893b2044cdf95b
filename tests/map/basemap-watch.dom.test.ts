import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ServiceError, type ServiceFailure } from '../../src/domain/services/failure.ts';
import { BasemapWatch, failureOf, REFUSALS, SLOW_MS } from '../../src/map/basemap-watch.ts';
import { tilesBase } from '../../src/map/bases/tiles.ts';
import type { Base } from '../../src/map/scene.ts';

const parts = tilesBase(
  {
    id: 'city',
    label: '市图',
    attribution: '市局',
    approval: null,
    kind: 'tiles',
    datum: 'CGCS2000',
    layers: [{ tiles: ['https://t.example/{z}/{x}/{y}'], minzoom: 0, maxzoom: 18, tileSize: 256 }],
  },
  { key: null },
);
if (parts instanceof Promise) throw new Error('tiles are given at once');
const BASE: Base = { id: 'city', label: '市图', credits: ['市局'], parts };

interface Told {
  readonly sourceId: string;
  readonly tile?: { state: string };
  readonly error: Error;
}

/** A map that is told what happens to it. */
function watched(base: Base | 'thematic' = BASE) {
  const listeners = new Map<string, ((event: Told) => void)[]>();
  const tell = (what: string, event: Partial<Told> = {}) => {
    for (const listener of listeners.get(what) ?? []) listener({ sourceId: '', error: new Error('none'), ...event });
  };
  const sources = base === 'thematic' ? {} : base.parts.sources;
  const map = {
    on(what: string, listener: (event: Told) => void) {
      listeners.set(what, [...(listeners.get(what) ?? []), listener]);
      return { unsubscribe: () => undefined };
    },
    getStyle: () => ({ version: 8 as const, sources: { ...sources }, layers: [] }),
    setStyle: () => map,
    triggerRepaint: () => undefined,
  };
  const failures: ServiceFailure[] = [];
  const others: string[] = [];
  const watch = new BasemapWatch(map, {
    basemapFailed: (failure) => failures.push(failure),
    other: (message) => others.push(message),
  });
  watch.expect(base);
  const refused = { error: new ServiceError('refused', 'https://t.example/1', { status: 403 }), sourceId: 'base/0' };
  return { tell, failures, others, refused };
}

describe('a base map that is watched', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('has failed with the first refusal, while nothing of it has come', () => {
    const { tell, failures, refused } = watched();
    tell('style.load');
    tell('error', refused);
    expect(failures).toMatchObject([{ reason: 'refused', status: 403, host: 't.example' }]);
  });

  it('lives through single failures, until refusals follow each other: its key is spent', () => {
    const { tell, failures, refused } = watched();
    const tile = { sourceId: 'base/0', tile: { state: 'loaded' } };
    tell('style.load');
    tell('sourcedata', tile);
    for (let n = 0; n < REFUSALS - 1; n++) tell('error', refused);
    tell('sourcedata', tile);
    for (let n = 0; n < REFUSALS - 1; n++) tell('error', refused);
    expect(failures).toEqual([]);
    tell('error', refused);
    expect(failures).toHaveLength(1);
  });

  it('is too slow when nothing has come after a while, and not when something has', () => {
    const late = watched();
    late.tell('style.load');
    vi.advanceTimersByTime(SLOW_MS);
    expect(late.failures).toMatchObject([{ reason: 'slow' }]);
    const drawn = watched();
    drawn.tell('style.load');
    drawn.tell('sourcedata', { sourceId: 'base/0', tile: { state: 'loaded' } });
    vi.advanceTimersByTime(SLOW_MS);
    const gone = watched();
    gone.tell('remove');
    vi.advanceTimersByTime(SLOW_MS);
    expect([drawn.failures, gone.failures]).toEqual([[], []]);
  });

  it('has failed when all tiles are answered and none is there', () => {
    const { tell, failures } = watched();
    tell('style.load');
    tell('idle');
    expect(failures).toMatchObject([{ reason: 'missing' }]);
  });

  it('is not what our own sources, or the built-in map, complain of', () => {
    const ours = watched();
    ours.tell('error', { error: new Error('sites broken'), sourceId: 'sites' });
    const none = watched('thematic');
    none.tell('error', { error: new Error('odd') });
    expect([ours.others, ours.failures, none.others, none.failures]).toEqual([['sites broken'], [], ['odd'], []]);
  });
});

describe('what MapLibre’s own requests say', () => {
  it.each([
    [
      { status: 403, url: 'https://t.example/1' },
      { reason: 'refused', status: 403, host: 't.example' },
    ],
    [
      { status: 0, url: 'https://t.example/1' },
      { reason: 'unreachable', host: 't.example' },
    ],
    [
      { status: 500, url: 'https://t.example/1' },
      { reason: 'status', status: 500 },
    ],
    [{}, { reason: 'no-picture', said: 'no image' }],
  ])('%j', (fields, expected) => {
    expect(failureOf(Object.assign(new Error('no image'), fields))).toMatchObject(expected);
  });
});
