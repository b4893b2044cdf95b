/**
 * Addresses as chat programs, mail and shorteners hand them on: with punctuation behind them, encoded once or twice, with
 * HTML's `&amp;`, with words of their own. Pure.
 */
import { parseAddress } from './address.ts';
import { ADDRESS_ROWS, type Address, FIELDS, type Field } from './keys.ts';

const KEYS: ReadonlySet<string> = new Set(FIELDS.flatMap((field) => ADDRESS_ROWS[field].keys));
/** Pairs that others add to every link: nobody who opens it asked for them. */
const OTHERS =
  /^(from|isappinstalled|scene|clicktime|enterid|sharer_\w+|share_\w+|utm_\w+|spm|nsukey|_t|t_s|fbclid|gclid|_dt_\w+|origin|tdsourcetag|ADTAG|wfr|chksm|mpshare|srcid|code|state)$/;
/** What a sentence puts behind a link; the dress of words that a user types is left to them. */
const BEHIND = /[\s。，、；：！？）」』】》〉”’…"'<>)\]},.;!?*`|~]+$/u;
/** Keys without which the view is another one, so that a value that says nothing is told; of the rest the default does. */
const TOLD: ReadonlySet<string> = new Set([
  ...['site', 'cluster', 'district', 'town', 'unit', 'clause', 'view', 'ask', 'cross', 'shade', 'map'],
  ...['cell', 'shortlist', 'compare', 't', 'embed'],
]);
/** Keys whose value is words as they were typed. */
const WORDS: ReadonlySet<string> = new Set(['q', 'need']);
/** Keys whose value may hold words or names of the user's own; the rest is ids and numbers, so what is neither was written behind. */
const FREE: ReadonlySet<string> = new Set([...WORDS, 'cell', 'weights', 'limits', 'noted', 't']);
/** Where the next word of a message, a link of Markdown or another link begins. */
const NEXT = /[^\u0021-\u007e]|\]\(|\[|https?:/u;
/** What nobody sees: marks of width nothing, breaks of lines, also written by their bytes. */
const UNSEEN = /[\u200b-\u200f\u2060\ufeff\r\n]|%E2%80%8[B-F]|%E2%81%A0|%EF%BB%BF|=?(%0D)?%0A/giu;
/** Full-width signs, as a keyboard for Chinese or a chat puts them. */
const WIDE: Readonly<Record<string, string>> = { '＝': '=', '＆': '&', '／': '/', '：': ':', '，': ',', '．': '.' };
/** What HTML puts behind a link in quotes or brackets. */
const ENTITIES = /(&(quot|gt|lt|nbsp|apos|#\d+);?)+$/i;
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
    .replace(/^#+/, '')
    .replace(/#?wechat_redirect$/, '')
    .split('#');
  const search = ofUs(signs(plain(url.search.slice(1))));
  // A shortener may have moved the whole of it before the `#`, or have put its own words behind it.
  const raw = first === '' || (search !== '' && ofUs(signs(plain(first))) === '') ? search : [first, ...more].join('&');
  return withoutTail(
    signs(plain(raw))
      .replace(/\?(?=[\w-]+=)/g, '&')
      .replace(ENTITIES, ''),
  )
    .split('&')
    .filter((pair) => pair !== '' && !OTHERS.test(pair.split('=')[0] ?? ''))
    .map(withoutNext)
    .join('&');
}

/** The signs between keys and values as they were: full-width, by their bytes, doubled, or with others before them. */
function signs(text: string): string {
  const keys = [...KEYS].join('|');
  const bare = text
    .replace(UNSEEN, '')
    .replace(/^(?:[#!/?\s]|%23|%2F|%3F|%20)+/i, '')
    .replace(new RegExp(`(^|[&＆]|%EF%BC%86)(${keys})(?:＝|%EF%BC%9D)`, 'gi'), '$1$2=')
    .replace(new RegExp(`(?:＆|%EF%BC%86)(?=(${keys})=)`, 'gi'), '&');
  const apart = bare.includes('&') ? bare : bare.replace(new RegExp(`(?:%26|;)(${keys})(?:=|%3D)`, 'gi'), '&$1=');
  const pairs = apart.split('&').map((pair) => pair.replace(/^(?:\s|%20|\+)+/, ''));
  // Mail writes the sign by its number; one pair alone may be the words “3D”.
  const isMail = pairs.length > 1 && pairs.every((pair) => /^[\w-]+=3D/.test(pair));
  return (isMail ? pairs.map((pair) => pair.replace('=3D', '=')) : pairs).join('&');
}

/** A value of ids and numbers ends where something else begins. */
function withoutNext(pair: string): string {
  const [key = '', value] = pair.split('=');
  if (value === undefined || !KEYS.has(key) || FREE.has(key)) return pair;
  const whole = decoded(value);
  const text = whole.replace(/[＝＆／：，．]/gu, (sign) => WIDE[sign] ?? sign);
  const end = text.search(NEXT);
  const kept = (end < 0 ? text : text.slice(0, end)).replace(BEHIND, '');
  return kept === whole ? pair : `${key}=${written(kept)}`;
}

const written = (text: string): string =>
  encodeURIComponent(text).replaceAll('%2C', ',').replaceAll('%2F', '/').replaceAll('%3A', ':');

/** Undoes `&amp;`, and an encoding of the whole, which hides its `=`. */
function plain(text: string): string {
  let now = text;
  for (let i = 0; i < MOST_DECODED && !now.includes('=') && /%(25)*3d/i.test(now); i += 1) now = decoded(now);
  return now.replace(/&(?:amp;|amp%3B|#38;)+/gi, '&');
}

function withoutTail(text: string): string {
  const at = text.lastIndexOf('&');
  const [key = '', value] = text.slice(at + 1).split('=');
  if (WORDS.has(key)) return text;
  const bare = decoded(value ?? key).replace(BEHIND, '');
  if (bare === decoded(value ?? key)) return text;
  return `${text.slice(0, at + 1)}${value === undefined ? '' : `${key}=`}${written(bare)}`;
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
    rowOf(address, field).some(([each, text]) => each === key && text !== null && text !== ''),
  );
}

function rowOf<F extends Field>(address: Address, field: F) {
  return ADDRESS_ROWS[field].write(address[field]);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
