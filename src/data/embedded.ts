/** The byte source of the one-file edition, in the place of the fetched one: everything is in the page. */
import { hasPart, partText } from './packed.ts';
import type { ByteSource } from './source.ts';

export const source: ByteSource = {
  has: hasPart,
  async text(file) {
    const text = await partText(file);
    if (text === null) throw new Error(`${file}: not in this edition`);
    return text;
  },
  config: () => partText('config.json'),
  licences: () => partText('licences.json'),
};
