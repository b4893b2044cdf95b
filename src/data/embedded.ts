/** The byte source of the one-file edition, in the place of the fetched one: everything is in the page. */
import { hasPart, partBytes, partText } from './packed.ts';
import type { ByteSource } from './source.ts';

const missing = (file: string): Error => new Error(`${file}: not in this edition`);

/** Unpacked once. */
const whole = new Map<string, Promise<Blob | null>>();

export const source: ByteSource = {
  has: hasPart,
  async range(file, offset, length) {
    const held = whole.get(file) ?? partBytes(file);
    whole.set(file, held);
    const bytes = await held;
    if (bytes === null) throw missing(file);
    return bytes.slice(offset, offset + length).arrayBuffer();
  },
  async text(file) {
    const text = await partText(file);
    if (text === null) throw missing(file);
    return text;
  },
  config: () => partText('config.json'),
  tour: (id) => partText(`tours/${id}.json`),
  licences: () => partText('licences.json'),
};
