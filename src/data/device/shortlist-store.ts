/** The shortlist as this device keeps it. */
import { parseAs } from '../../domain/schema/parse.ts';
import { StoredShortlist } from '../../domain/schema/shortlist.ts';
import { type KeptText, keptText } from './kept-text.ts';
import { DEVICE_KEYS } from './keys.ts';
import { asideKey, type Device } from './storage.ts';

const KEY = DEVICE_KEYS.shortlist;

export interface KeptShortlist {
  readonly ids: readonly string[];
  /** By candidate. Notes never leave the device but in a file that its user asks for. */
  readonly notes: Readonly<Record<string, string>>;
}

export type ShortlistStore = Pick<KeptText<KeptShortlist>, 'read' | 'write' | 'onChange'>;

const EMPTY: KeptShortlist = { ids: [], notes: {} };

export function deviceShortlist(device?: Device, target?: Pick<Window, 'addEventListener'>): ShortlistStore {
  return keptText<KeptShortlist>(
    {
      key: KEY,
      empty: EMPTY,
      parse(text) {
        const { ids, notes } = parseAs(StoredShortlist, JSON.parse(text), KEY);
        return { value: { ids: [...new Set(ids)], notes }, whole: true };
      },
      format: ({ ids, notes }) =>
        ids.length === 0 && Object.keys(notes).length === 0 ? null : JSON.stringify({ schema: 1, ids, notes }),
      // The first was kept without a number from the beginning.
      asideKey: (n) => (n === 1 ? `${KEY}.set-aside` : asideKey(KEY, n)),
    },
    device,
    target,
  );
}
