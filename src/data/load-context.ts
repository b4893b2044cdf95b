import type { FeatureCollection } from 'geojson';
import { parseContext } from '../domain/schema/context.ts';
import { json } from './json.ts';
import type { ByteSource, DataFile } from './source.ts';

/** A context layer for the map: drawn as it is, read by nobody, so only its outer form is checked. */
export async function loadContext(source: ByteSource, file: DataFile): Promise<FeatureCollection> {
  return parseContext(await json(source, file), file);
}
