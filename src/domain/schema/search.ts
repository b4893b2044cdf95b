/** The search index, made at build time. */
import * as v from 'valibot';
import { THING_KINDS } from '../vocabulary.ts';
import { NonEmpty } from './parts.ts';

/** One searchable thing with its pinyin, made at build time because the dictionary weighs 142 KiB. */
export const SearchEntry = v.strictObject({
  entity: v.picklist(THING_KINDS),
  id: NonEmpty,
  zh: v.array(NonEmpty),
  en: v.array(v.string()),
  /** Full pinyin without tones or spaces, and initials, of every Chinese name; a clause's cite has none. */
  pinyin: v.array(v.string()),
  initials: v.array(v.string()),
});

export const SearchIndex = v.strictObject({
  entries: v.array(SearchEntry),
  /** Traditional or variant character → the simplified one that names are written in. */
  variants: v.record(v.string(), v.string()),
});

export type SearchEntry = v.InferOutput<typeof SearchEntry>;
export type SearchIndex = v.InferOutput<typeof SearchIndex>;
