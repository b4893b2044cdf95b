/**
 * A pseudo language, made of English: long, accented, and in brackets, so that what does not fit is seen, and so is what
 * is in no catalogue. Placeholders and the forms by number stay what they are. Pure.
 */

export const OPEN = '⟦';
export const CLOSE = '⟧';
/** How much longer than English: what other languages need, at the most common lengths. */
const LONGER = 1.4;

const ACCENTS: Readonly<Record<string, string>> = {
  ...{ a: 'á', c: 'ç', e: 'é', i: 'î', n: 'ñ', o: 'ö', s: 'š', u: 'ü', y: 'ý', z: 'ž' },
  ...{ A: 'Å', C: 'Ç', E: 'É', I: 'Î', N: 'Ñ', O: 'Ö', S: 'Š', U: 'Ü', Y: 'Ý', Z: 'Ž' },
};
/** As `fill` of src/i18n reads it: `{name}`, or with the forms of one and of many. */
const PLACEHOLDER = /\{(\w+)(?:\|([^{|}]*)\|([^{|}]*))?\}/g;

/** One message in the pseudo language; what is in it already stays as it is. */
export function pseudo(message: string): string {
  if (message === '' || message.startsWith(OPEN)) return message;
  const parts: string[] = [];
  let end = 0;
  for (const { 0: whole, 1: name = '', 2: one, 3: other, index } of message.matchAll(PLACEHOLDER)) {
    parts.push(longer(message.slice(end, index)));
    parts.push(one === undefined || other === undefined ? whole : `{${name}|${longer(one)}|${longer(other)}}`);
    end = index + whole.length;
  }
  parts.push(longer(message.slice(end)));
  return `${OPEN}${parts.join('')}${CLOSE}`;
}

export function pseudoAll<Messages extends Readonly<Record<string, string>>>(messages: Messages): Messages {
  return Object.fromEntries(Object.entries(messages).map(([key, message]) => [key, pseudo(message)])) as Messages;
}

/** Vowels are written twice, then other letters from the front, until it is long enough: words grow, not their number. */
function longer(text: string): string {
  const letters = [...text];
  const isLetter = (letter: string) => /[A-Za-z]/.test(letter);
  const rank = (letter: string) => (/[aeiouAEIOU]/.test(letter) ? 0 : 1);
  const most = Math.round(letters.filter(isLetter).length * (LONGER - 1));
  const twice = new Set(
    letters
      .map((letter, at) => ({ letter, at }))
      .filter(({ letter }) => isLetter(letter))
      .sort((a, b) => rank(a.letter) - rank(b.letter))
      .slice(0, most)
      .map(({ at }) => at),
  );
  return letters
    .map((letter, at) => {
      const written = ACCENTS[letter] ?? letter;
      return twice.has(at) ? written + written.toLowerCase() : written;
    })
    .join('');
}
