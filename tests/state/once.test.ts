import { signal } from '@preact/signals';
import { describe, expect, it, vi } from 'vitest';
import { once, onceWanted } from '../../src/state/once.ts';

const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('once', () => {
  it('loads on the first call alone, and again after a failure', async () => {
    const load = vi.fn().mockRejectedValueOnce(new Error('no way')).mockResolvedValue(undefined);
    const fail = vi.fn();
    const need = once(load, fail);
    need();
    need();
    await settled();
    expect(load).toHaveBeenCalledTimes(1);
    expect(fail).toHaveBeenCalledExactlyOnceWith(new Error('no way'));
    need();
    await settled();
    need();
    expect(load).toHaveBeenCalledTimes(2);
  });
});

describe('onceWanted', () => {
  it('loads when it is first wanted, and looks no more when it is there', async () => {
    const want = signal(0);
    const wanted = vi.fn(() => want.value > 1);
    const load = vi.fn(() => Promise.resolve());
    onceWanted(wanted, load, vi.fn());
    want.value = 1;
    expect(load).not.toHaveBeenCalled();
    want.value = 2;
    want.value = 3;
    await settled();
    expect(load).toHaveBeenCalledTimes(1);
    const looks = wanted.mock.calls.length;
    want.value = 4;
    expect(wanted).toHaveBeenCalledTimes(looks);
  });

  it('tries again with the next change after a failure', async () => {
    const want = signal(1);
    const load = vi.fn().mockRejectedValueOnce(new Error('off line')).mockResolvedValue(undefined);
    const fail = vi.fn();
    onceWanted(() => want.value > 0, load, fail);
    await settled();
    expect(fail).toHaveBeenCalledTimes(1);
    want.value = 2;
    await settled();
    expect(load).toHaveBeenCalledTimes(2);
  });
});
