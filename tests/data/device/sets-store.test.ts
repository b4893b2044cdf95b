import { describe, expect, it } from 'vitest';
import { deviceSets } from '../../../src/data/device/sets-store.ts';
import { NO_SET_FILTER } from '../../../src/domain/set-look.ts';
import { smallImport } from '../../fixtures/imported.ts';

const forbidden = () => {
  throw new DOMException('no storage here', 'SecurityError');
};

describe('a device that keeps nothing', () => {
  // Node has no IndexedDB, as a browser that forbids it; that sets are kept is for the browser tests.
  it('is read as empty and refuses politely', async () => {
    const store = deviceSets(forbidden);
    expect(await store.read()).toEqual({ kept: [], damaged: 0 });
    const look = { name: '甲', colour: 'blue', size: 9, visible: true, display: 'points', acrossM: 1000 } as const;
    expect(await store.add(smallImport('a'), { id: 'a', order: 0, look, filter: NO_SET_FILTER })).toBe('forbidden');
    expect(await store.remove('a')).toBe('forbidden');
  });
});
