/**
 * Addresses as chat programs, mail and shorteners hand them on: with punctuation behind them, encoded once or twice, with
 * HTML's `&amp;`, with words of their own. Pure.
 */
import { parseAddress } from './address.ts';
import { ADDRESS_ROWS, type Address, FIELDS, type Field } from './keys.ts';

const KEYS: ReadonlySet<string> = new Set(FIELDS.flatMap((field) => ADDRESS_ROWS[field].keys));
/** Pairs that others add to every link: nobody who opens it asked for them. */
const OTHERS =
  /^(from|isappinstalled|scene|clicktime|enterid|sharer_\w+|share_\w+|utm_\w+|spm|nsukey|_t|t_s|fbclid|gclid)$/;
/** What a sentence puts behind a link; the dress of words that a user types is left to them. */
const BEHIND = /[\s。，、；：！？）」』】》〉”’…"'<>)\]}.;!?]+$/u;
/** Keys without which the view is another one, so that a value that says nothing is told; of the rest the default does. */
const TOLD: ReadonlySet<string> = new Set([
  ...['site', 'cluster', 'district', 'town', 'unit', 'clause', 'view', 'ask', 'cross', 'shade', 'map'],
  ...['cell', 'shortlist', 'compare', 't', 'embed'],
]);
/** Keys whose value is words as they were typed. */
const WORDS: ReadonlySet<string> = new Set(['q', 'need']);
/** What may be well formed and name nothing that is in the data. */
const EXISTING: ReadonlySet<string> = new Set(['clause', 'ask']);
const MOST_DECODED = 3;

/** What an address said, put right as far as it can be. */
export interface Mended {
  /** Query pairs without `#`, as the address holds them. */
  readonly hash: string;
  /** `key=value` of what is no key, or has a value that says nothing here; in the order of the link. */
  readonly notUnderstood: readonly string[];
}

/**
 * @param href the whole address as it was opened
 * @param existing takes out of an address what does not exist in the data
 */
export function mended(href: string, existing: (address: Address) => Address): Mended {
  const hash = pairsOfLink(href);
  const read = parseAddress(hash);
  const there = existing(read);
  const isSaid = (key: string) => {
    if (!KEYS.has(key)) return false;
    if (ADDRESS_ROWS.selections.keys.includes(key)) return there.selections.length > 0;
    return !TOLD.has(key) || (says(read, key) && (!EXISTING.has(key) || says(there, key)));
  };
  const notUnderstood = [...new URLSearchParams(hash)].flatMap(([key, text]) =>
    isSaid(key) ? [] : [text === '' ? key : `${key}=${text}`],
  );
  return { hash, notUnderstood };
}

function pairsOfLink(href: string): string {
  const url = new URL(href);
  const [first = '', ...more] = url.hash
    .slice(1)
    .replace(/#?wechat_redirect$/, '')
    .split('#');
  const search = ofUs(plain(url.search.slice(1)));
  // A shortener may have moved the whole of it before the `#`, or have put its own words behind it.
  const raw = first === '' || (search !== '' && ofUs(plain(first)) === '') ? search : [first, ...more].join('&');
  return withoutTail(plain(raw).replace(/\?(?=[\w-]+=)/g, '&'))
    .split('&')
    .filter((pair) => pair !== '' && !OTHERS.test(pair.split('=')[0] ?? ''))
    .join('&');
}

/** Undoes `&amp;`, and an encoding of the whole, which hides its `=`. */
function plain(text: string): string {
  let now = text;
  for (let i = 0; i < MOST_DECODED && !now.includes('=') && /%(25)*3d/i.test(now); i += 1) now = decoded(now);
  return now.replace(/&amp;|&amp%3B|&#38;/gi, '&');
}

function withoutTail(text: string): string {
  const at = text.lastIndexOf('&');
  const [key = '', value] = text.slice(at + 1).split('=');
  if (WORDS.has(key)) return text;
  const bare = decoded(value ?? key).replace(BEHIND, '');
  if (bare === decoded(value ?? key)) return text;
  const last = encodeURIComponent(bare).replaceAll('%2C', ',').replaceAll('%2F', '/').replaceAll('%3A', ':');
  return `${text.slice(0, at + 1)}${value === undefined ? '' : `${key}=`}${last}`;
}

/** The pairs of a query that are keys of ours. */
function ofUs(query: string): string {
  return query
    .split('&')
    .filter((pair) => KEYS.has(pair.split('=')[0] ?? ''))
    .join('&');
}

/** Whether the address that was read says something under a key. */
function says(address: Address, key: string): boolean {
  return FIELDS.some((field) =>
    written(address, field).some(([each, text]) => each === key && text !== null && text !== ''),
  );
}

function written<F extends Field>(address: Address, field: F) {
  return ADDRESS_ROWS[field].write(address[field]);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
