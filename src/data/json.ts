/** A data file as parsed JSON, not yet checked. */
import type { ByteSource, DataFile } from './source.ts';

/** Throws an error that names the file. */
export function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new Error(`${file}: not valid JSON`);
  }
}

export async function json(source: ByteSource, file: DataFile): Promise<unknown> {
  return parsed(await source.text(file), file);
}
