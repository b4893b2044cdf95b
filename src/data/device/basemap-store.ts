/** Base maps of the user's own and how strongly each is drawn, as this device keeps them. */
import { type Basemap, StoredBasemaps, StoredGreys, StoredStrengths } from '../../domain/schema/basemap.ts';
import { parseAs } from '../../domain/schema/parse.ts';
import { type KeptText, keptText } from './kept-text.ts';
import { DEVICE_KEYS } from './keys.ts';
import type { Device } from './storage.ts';

export type Strengths = Readonly<Record<string, number>>;

export function deviceBasemaps(device?: Device): KeptText<readonly Basemap[]> {
  const key = DEVICE_KEYS.basemaps;
  return keptText<readonly Basemap[]>(
    {
      key,
      empty: [],
      parse: (text) => ({ value: parseAs(StoredBasemaps, JSON.parse(text), key), whole: true }),
      format: (basemaps) => (basemaps.length === 0 ? null : JSON.stringify(basemaps)),
    },
    device,
  );
}

export function deviceStrengths(device?: Device): KeptText<Strengths> {
  const key = DEVICE_KEYS.basemapStrengths;
  return keptText<Strengths>(
    {
      key,
      empty: {},
      parse: (text) => ({ value: parseAs(StoredStrengths, JSON.parse(text), key), whole: true }),
      format: (strengths) => (Object.keys(strengths).length === 0 ? null : JSON.stringify(strengths)),
    },
    device,
  );
}

/** Ids of the base maps that are drawn in grey. */
export function deviceGreys(device?: Device): KeptText<readonly string[]> {
  const key = DEVICE_KEYS.basemapGreys;
  return keptText<readonly string[]>(
    {
      key,
      empty: [],
      parse: (text) => ({ value: parseAs(StoredGreys, JSON.parse(text), key), whole: true }),
      format: (ids) => (ids.length === 0 ? null : JSON.stringify(ids)),
    },
    device,
  );
}

export function deviceTiandituKey(device?: Device): KeptText<string | null> {
  return keptText<string | null>(
    {
      key: DEVICE_KEYS.tiandituKey,
      empty: null,
      parse: (text) => ({ value: text === '' ? null : text, whole: true }),
      format: (key) => key,
    },
    device,
  );
}
