/** Sets of the user's own as files of a workspace: the rows as they were read, and beside them what may change. */
import { bytesDigest } from '../../domain/digest.ts';
import { KeptLook as KeptLookSchema, keptSetSchema } from '../../domain/schema/kept-set.ts';
import { parseAs } from '../../domain/schema/parse.ts';
import type { KeptLook, KeptSet } from '../device/sets-store.ts';
import { FAILURES, REASONS, WARNINGS } from '../import/guards/notes.ts';
import { REJECTIONS } from '../import/guards/rejections.ts';
import { ENCODINGS, FORMATS, ROLES } from '../import/types.ts';
import type { PartFile, ReadFile } from './file.ts';
import { structuredBytes, structuredValue } from './structured.ts';

export type Kept = KeptSet & KeptLook;

const KeptRows = keptSetSchema({
  formats: FORMATS,
  encodings: ENCODINGS,
  roles: ROLES,
  notes: [...FAILURES, ...WARNINGS, ...REASONS],
  rejections: REJECTIONS,
});

const rowsOf = ({ set, receipt }: KeptSet): KeptSet => ({ set, receipt });
const lookOf = ({ set: _, receipt: __, ...look }: Kept): KeptLook => look;

/** Two files a set, in the order of the list. */
export function setFiles(sets: readonly Kept[]): PartFile[] {
  return sets.flatMap((kept, at) => [
    { name: `${at + 1}/rows.bin`, bytes: () => structuredBytes(rowsOf(kept)), of: kept.set },
    { name: `${at + 1}/look.bin`, bytes: () => structuredBytes(lookOf(kept)), of: null },
  ]);
}

/** @throws Error that says which file, and why it holds no set */
export function readSetFiles(files: readonly ReadFile[]): Kept[] {
  const at = new Map(files.map(({ name, bytes }) => [name, bytes]));
  const typed = (name: string) => structuredValue(at.get(name) ?? new Uint8Array());
  return Array.from({ length: files.length / 2 }, (_, n) => {
    const [rows, look] = [`${n + 1}/rows.bin`, `${n + 1}/look.bin`];
    return { ...parseAs(KeptRows, typed(rows), rows), ...parseAs(KeptLookSchema, typed(look), look) };
  });
}

/** Whether two are the same rows, shown and changed alike. Of which districts they are is found anew where they are. */
export function sameSet(one: Kept, other: Kept): boolean {
  const content = ({ set: { located: _, ...set }, receipt: { outsideStated: __, ...receipt }, ...kept }: Kept) =>
    bytesDigest(structuredBytes({ ...kept, set, receipt, order: 0 }));
  return one.set.count === other.set.count && content(one) === content(other);
}
