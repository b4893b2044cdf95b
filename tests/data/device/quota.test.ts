import { describe, expect, it } from 'vitest';
import { askToPersist, storageUse } from '../../../src/data/device/quota.ts';

const browser = (persisted: boolean, grants: boolean) => ({
  estimate: () => Promise.resolve({ usage: 5, quota: 10 }),
  persisted: () => Promise.resolve(persisted),
  persist: () => Promise.resolve(grants),
});

describe('storage of the browser', () => {
  it('says what it gives, and nothing where it says nothing', async () => {
    expect(await storageUse(browser(true, true))).toEqual({ used: 5, quota: 10, persisted: true });
    expect(await storageUse({ ...browser(true, true), estimate: () => Promise.resolve({}) })).toEqual({
      used: null,
      quota: null,
      persisted: true,
    });
    const failing = { ...browser(true, true), estimate: () => Promise.reject(new Error('no')) };
    expect(await storageUse(failing)).toEqual({ used: null, quota: null, persisted: null });
  });
  it('is asked once, and may refuse', async () => {
    expect(await askToPersist({ ...browser(true, true), persist: () => Promise.reject(new Error('asked')) })).toBe(
      true,
    );
    expect(await askToPersist(browser(false, false))).toBe(false);
    expect(await askToPersist(browser(false, true))).toBe(true);
    expect(await askToPersist({ ...browser(false, true), persist: () => Promise.reject(new Error('no')) })).toBe(false);
  });
});
