/** Addresses of sets on servers that the user gave, as this device keeps them. */

import { parseAs } from '../../domain/schema/parse.ts';
import type { RemoteSource } from '../../domain/schema/remote.ts';
import { StoredRemotes } from '../../domain/schema/remote.ts';
import { type KeptText, keptText } from './kept-text.ts';
import { DEVICE_KEYS } from './keys.ts';
import type { Device } from './storage.ts';

const KEY = DEVICE_KEYS.remote;

export function deviceRemotes(device?: Device): KeptText<readonly RemoteSource[]> {
  return keptText<readonly RemoteSource[]>(
    {
      key: KEY,
      empty: [],
      parse: (text) => ({ value: parseAs(StoredRemotes, JSON.parse(text), KEY), whole: true }),
      format: (sources) => (sources.length === 0 ? null : JSON.stringify(sources)),
    },
    device,
  );
}
