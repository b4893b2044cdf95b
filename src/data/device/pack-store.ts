/** The letterhead of the investor's pack, and which offers are needed, as this device keeps them. */
import { StoredPack } from '../../domain/schema/pack.ts';
import { parseAs } from '../../domain/schema/parse.ts';
import { type KeptText, keptText } from './kept-text.ts';
import { DEVICE_KEYS } from './keys.ts';
import type { Device } from './storage.ts';

export type PackChoices = Omit<StoredPack, 'schema'>;

const NO_CHOICES: PackChoices = { letterhead: { name: '', lines: '', logo: null }, topics: null, unit: null };

export function devicePack(device?: Device): Pick<KeptText<PackChoices>, 'read' | 'write'> {
  const key = DEVICE_KEYS.pack;
  return keptText<PackChoices>(
    {
      key,
      empty: NO_CHOICES,
      parse(text) {
        const { schema: _, ...value } = parseAs(StoredPack, JSON.parse(text), key);
        return { value, whole: true };
      },
      format: (value) =>
        JSON.stringify(value) === JSON.stringify(NO_CHOICES) ? null : JSON.stringify({ schema: 1, ...value }),
    },
    device,
  );
}
