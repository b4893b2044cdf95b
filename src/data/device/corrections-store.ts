/** Corrections as this device keeps them; of a list with a broken one the good ones are read. */
import { Correction, StoredCorrections } from '../../domain/schema/correction.ts';
import { parseAs, problemsOf } from '../../domain/schema/parse.ts';
import { type KeptText, keptText } from './kept-text.ts';
import { DEVICE_KEYS } from './keys.ts';
import type { Device } from './storage.ts';

export type CorrectionStore = KeptText<readonly Correction[]>;

const KEY = DEVICE_KEYS.corrections;

export function deviceStore(device?: Device, target?: Pick<Window, 'addEventListener'>): CorrectionStore {
  return keptText<readonly Correction[]>(
    {
      key: KEY,
      empty: [],
      parse(text) {
        const { corrections } = parseAs(StoredCorrections, JSON.parse(text), KEY);
        const good = corrections.filter((item) => problemsOf(Correction, item).length === 0);
        return {
          value: good.map((item) => parseAs(Correction, item, KEY)),
          whole: good.length === corrections.length,
        };
      },
      format: (corrections) => (corrections.length === 0 ? null : JSON.stringify({ schema: 1, corrections })),
    },
    device,
    target,
  );
}
