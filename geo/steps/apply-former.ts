/**
 * A record takes the place of another, in the register's files: the survivor gets the other's id, names and quotes,
 * what was part of it or held at it points at the survivor, and its own file goes to geo/register/former as it is.
 */
import { type Document, parseDocument } from 'yaml';
import { sourceOf } from '../../src/domain/added-record.ts';
import { sourceKeyFor } from '../../src/domain/corrections.ts';
import { type FormerCorrection, namesOnlyOf } from '../../src/domain/former-records.ts';
import { ATTRIBUTES } from '../../src/domain/schema/attribute.ts';
import { parseAs } from '../../src/domain/schema/parse.ts';
import { SiteRecord } from '../../src/domain/schema/record.ts';
import { addSource, placeField, STYLE } from './register-text.ts';

interface Entry {
  readonly file: string;
  readonly record: SiteRecord;
  readonly text: string;
}

const NAMES = new Set(['id', 'nameZh', 'nameEn']);
const OWN = new Set<string>(['id', ...ATTRIBUTES, 'formerIds']);
const BEFORE_QUOTES = new Set([...OWN, 'status', 'location', 'outline', 'otherLocations']);

function rewritten<E extends Entry>(entry: E, document: Document): E {
  const text = document.toString(STYLE);
  return { ...entry, text, record: parseAs(SiteRecord, parseDocument(text).toJS(), entry.file) };
}

/** Lists end with what is new; one that is not there is made behind those that come before it. */
function append(document: Document, field: string, values: readonly unknown[], before: ReadonlySet<string>): void {
  if (values.length === 0) return;
  if (!document.has(field)) placeField(document, field, document.createNode([]), before);
  for (const value of values) document.addIn([field], document.createNode(value));
}

/** The survivor with what it takes over. */
export function takingIn<E extends Entry>(survivor: E, former: Entry, correction: FormerCorrection): E {
  const document = parseDocument(survivor.text);
  const { record } = survivor;
  append(document, 'aliases', namesOnlyOf(former.record, record), NAMES);
  const ids = [former.record.id, ...(former.record.formerIds ?? [])];
  append(document, 'formerIds', ids, OWN);
  const has = (of: SiteRecord['quotes'][number]) =>
    record.quotes.some(({ clause, quote }) => clause === of.clause && quote === of.quote);
  append(
    document,
    'quotes',
    former.record.quotes.filter((quote) => !has(quote)),
    BEFORE_QUOTES,
  );
  if (record.parent === former.record.id) {
    if (former.record.parent === null) document.delete('parent');
    else document.set('parent', former.record.parent);
  }
  addSource(document, sourceKeyFor(record.sources, correction), sourceOf(correction));
  return rewritten(survivor, document);
}

/** A record with what it says of `from` as it says it of `to`; the same one where it says nothing of it. */
export function pointedAt<E extends Entry>(entry: E, from: string, to: string): E {
  const { parent, heldAt } = entry.record;
  if (parent !== from && heldAt !== from) return entry;
  const document = parseDocument(entry.text);
  if (parent === from) document.set('parent', to);
  if (heldAt === from) document.set('heldAt', to);
  return rewritten(entry, document);
}
