/**
 * Traditional and variant characters → the simplified ones in which names are written, so that 裏水, 裡水 and
 * 里水 all find 里水镇. Only the characters that names need: about 140 of them.
 */
import { Converter } from 'opencc-js/t2cn';

/** General, Hong Kong and Taiwan standards: what a character of any of them becomes. */
const toSimplified = (['t', 'hk', 'tw'] as const).map((from) => Converter({ from, to: 'cn' }));

/** CJK Unified Ideographs and their extension A, one on a line so that no two make a phrase. */
const [FIRST, LAST] = [0x3400, 0x9fff];

/** `{ 張: '张' }` for every character of `names`, in the order of the code points. */
export function variantsOf(names: Iterable<string>): Record<string, string> {
  const wanted = new Set([...names].join(''));
  const all = Array.from({ length: LAST - FIRST + 1 }, (_, i) => String.fromCodePoint(FIRST + i));
  const converted = toSimplified.map((convert) => convert(all.join('\n')).split('\n'));
  const variants = all.flatMap((character, i): [string, string][] => {
    // A character that names use is itself, whatever else it may stand for.
    if (wanted.has(character)) return [];
    const simplified = converted.map((standard) => standard[i]).find((to) => to !== undefined && wanted.has(to));
    return simplified === undefined ? [] : [[character, simplified]];
  });
  return Object.fromEntries(variants);
}
