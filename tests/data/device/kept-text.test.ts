import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { deviceStore } from '../../../src/data/device/corrections-store.ts';
import { keptText } from '../../../src/data/device/kept-text.ts';
import { DEVICE_KEYS } from '../../../src/data/device/keys.ts';
import { deviceRemotes } from '../../../src/data/device/remote-store.ts';
import { deviceSets } from '../../../src/data/device/sets-store.ts';
import { deviceShortlist } from '../../../src/data/device/shortlist-store.ts';
import { holdsText, onStorage } from '../../../src/data/device/storage.ts';
import { deviceTours } from '../../../src/data/device/tours-store.ts';
import { parseAddress } from '../../../src/state/address/address.ts';
import { createAppState } from '../../../src/state/app-state.ts';
import { keepCharacterKeys } from '../../../src/state/character-keys.ts';
import { deviceOf } from '../../fixtures/corrections.ts';
import { testBase } from '../../fixtures/data.ts';

const forbidden = () => {
  throw new DOMException('denied', 'SecurityError');
};

/** What the first editions wrote, letter by letter: their users' data is found again. */
const OLD = {
  'foshan-224-map.corrections':
    '{"schema":1,"corrections":[{"record":"jihua-laboratory","source":{"title":"现场公示牌","url":"https://example.org/sign","kind":"web"},"made":"2026-03-04","dataVersion":"2026-01-01.aaaaaaaa","field":"status","oldValue":{"value":"operating","date":null},"newValue":{"value":"unknown","date":null}}]}',
  'foshan-224-map.shortlist': '{"schema":1,"ids":["sanlongwan","jihua-laboratory"],"notes":{"sanlongwan":"先看"}}',
  'foshan-224-map.shortlist.set-aside': '{"schema":0}',
  'foshan-224-map.remote':
    '[{"id":"far","label":"Far","url":"https://maps.example/a.fgb","format":"flatgeobuf","layer":null,"attribution":null}]',
  'foshan-224-map.character-keys': 'off',
  'foshan-224-map.notes-size': '5',
};

describe('what a device keeps from before', () => {
  it('is read, and written again as it was', () => {
    const device = deviceOf(OLD);
    const stores = [deviceStore(() => device), deviceShortlist(() => device), deviceRemotes(() => device)] as const;
    const [corrections, shortlist, remotes] = stores;
    expect(corrections.read().value).toMatchObject([{ record: 'jihua-laboratory', newValue: { value: 'unknown' } }]);
    expect(shortlist.read()).toEqual({
      value: { ids: ['sanlongwan', 'jihua-laboratory'], notes: { sanlongwan: '先看' } },
      aside: ['{"schema":0}'],
      keeps: true,
    });
    expect(remotes.read().value).toMatchObject([{ id: 'far', url: 'https://maps.example/a.fgb' }]);
    corrections.write(corrections.read().value);
    shortlist.write(shortlist.read().value);
    remotes.write(remotes.read().value);
    expect(Object.fromEntries(device.kept)).toEqual(OLD);
  });

  it('is the switch of the shortcuts too', async () => {
    const device = deviceOf(OLD);
    const key = 'foshan-224-map.character-keys';
    const state = createAppState(await testBase(), parseAddress(''), { lang: 'zh-Hans', theme: 'light' });
    keepCharacterKeys(state, () => device);
    expect([state.characterKeys.value, device.kept.get(key)]).toEqual([false, 'off']);
    state.actions.useCharacterKeys(true);
    expect(device.kept.has(key)).toBe(false);
    state.actions.useCharacterKeys(false);
    expect(device.kept.get(key)).toBe('off');
  });

  it('is in databases of the same names and versions', async () => {
    const opened: unknown[][] = [];
    vi.stubGlobal('indexedDB', {
      open: (...asked: unknown[]) => {
        opened.push(asked);
        throw new DOMException('denied', 'SecurityError');
      },
    });
    expect(await deviceSets(forbidden).read()).toEqual({ kept: [], damaged: 0 });
    expect(await deviceTours().read()).toMatchObject({ keeps: false });
    expect(opened).toEqual([
      ['foshan-224-map.sets', 1],
      ['foshan-224-map.tours', 1],
    ]);
    vi.unstubAllGlobals();
  });
});

describe('a kept text', () => {
  it('is held while it is there or set aside, and never where storage is forbidden', () => {
    const device = deviceOf({ [DEVICE_KEYS.corrections]: '{"broken' });
    const store = deviceStore(() => device);
    const holds = () => holdsText(DEVICE_KEYS.corrections, () => device);
    expect(holds()).toBe(true);
    store.read();
    store.write([]);
    expect(device.kept.has(DEVICE_KEYS.corrections)).toBe(false);
    expect(holds()).toBe(true);
    store.dropAside();
    expect(holds()).toBe(false);
    expect(holdsText(DEVICE_KEYS.corrections, forbidden)).toBe(false);
  });

  it('is heard of when another window changes its own key or clears the storage', () => {
    const target = new EventTarget();
    const heard = vi.fn();
    const send = (key: string | null) => target.dispatchEvent(Object.assign(new Event('storage'), { key }));
    onStorage('mine', heard, target);
    for (const key of ['mine', 'other', null]) send(key);
    expect(heard).toHaveBeenCalledTimes(2);
  });

  it('that cannot be set aside is not written over', () => {
    const device = deviceOf({ number: 'broken' }, 10);
    const form = {
      key: 'number',
      empty: 0,
      format: String,
      parse(text: string) {
        if (Number.isNaN(Number(text))) throw new Error('no number');
        return { value: Number(text), whole: true };
      },
    };
    const kept = keptText(form, () => device);
    expect(kept.read()).toEqual({ value: 0, aside: ['broken'], keeps: false });
    expect(kept.write(7)).toBe(false);
    expect([...device.kept]).toEqual([['number', 'broken']]);
  });
});

describe('the device', () => {
  it('is reached through data/device alone', () => {
    const reaching = (word: RegExp) =>
      readdirSync('src', { recursive: true, encoding: 'utf8' })
        .filter((file) => /\.tsx?$/.test(file) && word.test(readFileSync(`src/${file}`, 'utf8')))
        .sort();
    // The script in the head has 2 KiB in all, and asks only whether a key is there.
    const storage = ['data/device/storage.ts', 'picture/place.ts'];
    expect(reaching(/\b(localStorage|sessionStorage)\b/)).toEqual(storage);
    expect(reaching(/\bindexedDB\b|from 'idb'/)).toEqual(
      ['basemap-files', 'kept-db', 'sets-store', 'tours-store', 'workspace-store'].map(
        (name) => `data/device/${name}.ts`,
      ),
    );
  });
});
