/** Where sets on servers stand among the others, and which of them are switched off, as this device keeps it. */

import { parseAs } from '../../domain/schema/parse.ts';
import { type RemotePlaces, StoredRemotePlaces } from '../../domain/schema/remote.ts';
import { type KeptText, keptText } from './kept-text.ts';
import { DEVICE_KEYS } from './keys.ts';
import type { Device } from './storage.ts';

const KEY = DEVICE_KEYS.remotePlaces;

export const NO_PLACES: RemotePlaces = { order: [], hidden: [] };

export function deviceRemotePlaces(device?: Device): KeptText<RemotePlaces> {
  return keptText<RemotePlaces>(
    {
      key: KEY,
      empty: NO_PLACES,
      parse: (text) => ({ value: parseAs(StoredRemotePlaces, JSON.parse(text), KEY), whole: true }),
      format: (places) => (places.order.length === 0 ? null : JSON.stringify(places)),
    },
    device,
  );
}
