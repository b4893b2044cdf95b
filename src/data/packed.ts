/**
 * What the one-file edition holds, packed into its own page: a block of text for each part, deflated and in base64,
 * since a page read from disk has nowhere to fetch from.
 */

/** The id of the block that holds a part. */
export function partId(name: string): string {
  return `part:${name}`;
}

export function hasPart(name: string): boolean {
  return document.getElementById(partId(name)) !== null;
}

/** The bytes of a part, or null where the page has none of that name. Rejects when the block is damaged. */
export async function partBytes(name: string): Promise<Blob | null> {
  const block = document.getElementById(partId(name));
  if (block === null) return null;
  const packed = Uint8Array.from(atob(block.textContent), (character) => character.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate'));
  return new Response(stream).blob();
}

/** A part that is text. */
export async function partText(name: string): Promise<string | null> {
  return (await partBytes(name))?.text() ?? null;
}
