/** The first area of any file that can be imported, as an outline. */
import type { ImportClient } from '../../data/import/client.ts';
import type { FileGroup } from '../../data/import/file-groups.ts';
import { ImportError } from '../../data/import/guards/notes.ts';
import { geometryAt, geometryKindAt } from '../../domain/geometries.ts';
import { normalOutline } from '../../domain/outline.ts';
import type { OffsetDatum } from '../../domain/point-set.ts';
import type { OutlineCoordinates } from '../../domain/schema/outline.ts';

export interface AreaRead {
  readonly outline: OutlineCoordinates;
  /** Further areas of the file, which are not taken. */
  readonly others: number;
  /** What the file itself says of its coordinates; null where the said datum was taken. */
  readonly stated: string | null;
}

/**
 * @param said what the user says of longitudes and latitudes; a file that states its system is taken at its word
 * @returns null where the file holds no area
 * @throws ImportError where it cannot be read
 */
export async function readArea(
  client: ImportClient,
  { file, beside }: FileGroup,
  said: OffsetDatum,
): Promise<AreaRead | null> {
  const preview = await client.open(file, {}, null, { beside });
  const { datum, basis, refusal } = preview.datum;
  if (refusal !== null) throw new ImportError('no-datum', { name: String(datum) });
  const stated = basis === 'stated' && datum !== null ? datum : null;
  const choices = {
    id: 'outline',
    name: file.name,
    reading: preview.reading,
    roles: Object.fromEntries(preview.roles.map(({ role, column }) => [role, column])),
    datum: stated ?? said,
    swapped: preview.datum.swapped,
    clusters: [],
  };
  const { set } = await client.import(file, choices, () => undefined, { beside });
  const areas = Array.from({ length: set.count }, (_, row) => row).filter(
    (row) => geometryKindAt(set.geometries, row) === 'area',
  );
  const geometry = areas[0] === undefined ? null : geometryAt(set.geometries, areas[0]);
  if (geometry?.type !== 'Polygon' && geometry?.type !== 'MultiPolygon') return null;
  const area = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return { outline: normalOutline(area), others: areas.length - 1, stated };
}
