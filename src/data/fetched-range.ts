/** Parts of the deployed app's larger files, for the byte source of `fetched.ts`. */

/** Files that a server gave whole when it was asked for a part: asked for once. */
const whole = new Map<string, ArrayBuffer>();

/** Rejects with an error that names the address. */
export async function fetchedRange(url: string, offset: number, length: number): Promise<ArrayBuffer> {
  const held = whole.get(url);
  if (held !== undefined) return held.slice(offset, offset + length);
  const response = await fetch(url, { headers: { range: `bytes=${offset}-${offset + length - 1}` } });
  if (!response.ok) throw new Error(`${url}: the server answered ${response.status}`);
  const bytes = await response.arrayBuffer();
  if (response.status === 206) return bytes;
  whole.set(url, bytes);
  return bytes.slice(offset, offset + length);
}
