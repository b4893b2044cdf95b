/**
 * The word catalogues, each loaded with the part of the product that says it. The lists of
 * catalogues-first.ts and catalogues-later.ts are the only ones: the types below, the loader, the table of traditional forms (geo/build.ts) and
 * the tests all follow from them. A catalogue lies beside the panels that it serves; `panels` and `plan` join several
 * into one file.
 */
import type { FIRST } from './catalogues-first.ts';
import type { LATER } from './catalogues-later.ts';

type Table = typeof FIRST & typeof LATER;
export type Area = keyof Table;

type Catalogue = Awaited<ReturnType<Table[Area]['zh']>>['messages'];
type KeyOf<Catalogue> = Catalogue extends unknown ? keyof Catalogue : never;
/** Every word there is, by the key that all languages share. */
export type MessageKey = KeyOf<Catalogue>;
/** Words as far as they are loaded. */
export type Messages = Readonly<Partial<Record<MessageKey, string>>>;
