/**
 * The address: everything a colleague should see, as query pairs after `#`. Pure functions over the table of keys; a
 * broken or unknown value falls back to the default for that key alone.
 */
export {
  type Address,
  DISTRICT_FILTER,
  type Filters,
  MODE_IDS,
  type ModeId,
  NO_FILTERS,
  type Selection,
} from './keys.ts';

import { ADDRESS_ROWS, type Address, addressOf, FIELDS, type Field } from './keys.ts';

export function parseAddress(hash: string): Address {
  const pairs = new URLSearchParams(hash.replace(/^#/, ''));
  return addressOf((field) => ADDRESS_ROWS[field].read(pairs));
}

/** Commas, slashes and colons stay readable, since a fragment may hold them. */
export function formatAddress(address: Address): string {
  return FIELDS.flatMap((field) => pairsOf(address, field)).join('&');
}

function pairsOf<F extends Field>(address: Address, field: F): string[] {
  return ADDRESS_ROWS[field].write(address[field]).flatMap(([key, text]) => {
    if (text === null || text === '') return [];
    // Half a character, as cutting leaves it, cannot be encoded.
    const whole = encodeURIComponent(text.replace(/\p{Surrogate}/gu, ''));
    return [`${key}=${whole.replaceAll('%2C', ',').replaceAll('%2F', '/').replaceAll('%3A', ':')}`];
  });
}

/**
 * True when only what the table calls minor or the reading place differs: such moves replace the history entry.
 * `followed` is the clause that reading on has reached; a clause that was chosen is no minor change.
 */
export function isMinorChange(a: Address, b: Address, followed: string | null = null): boolean {
  // Nobody goes back on a screen that runs for days by itself, and a page that shows this one in a frame has its own steps.
  if (b.kiosk || b.embed !== null) return true;
  const readsOn = followed !== null && b.clause === followed;
  return FIELDS.every(
    (field) =>
      ADDRESS_ROWS[field].minor ||
      (readsOn && (field === 'clause' || field === 'sentence')) ||
      pairsOf(a, field).join() === pairsOf(b, field).join(),
  );
}
