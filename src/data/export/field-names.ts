/** Names of dBASE fields: at most ten bytes, all different whatever their case. */

const MAX_BYTES = 10;
const encoder = new TextEncoder();

/** As many whole characters of `text` as fit into `bytes` of UTF-8. */
export function fitBytes(text: string, bytes: number): string {
  let size = 0;
  let fitted = '';
  for (const character of text) {
    size += encoder.encode(character).length;
    if (size > bytes) break;
    fitted += character;
  }
  return fitted;
}

/** One name for each of `names`, in order; a number at the end tells those apart that would be cut to the same. */
export function fitNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name, index) => {
    // Blanks, quotes and control characters are more than many readers bear.
    const plain = name.trim().replace(/[\s"'`,;.\p{Cc}]+/gu, '_') || `field${index + 1}`;
    let fitted = fitBytes(plain, MAX_BYTES);
    for (let n = 1; taken.has(fitted.toLowerCase()); n++) {
      const end = `_${n}`;
      fitted = fitBytes(plain, MAX_BYTES - end.length) + end;
    }
    taken.add(fitted.toLowerCase());
    return fitted;
  });
}
