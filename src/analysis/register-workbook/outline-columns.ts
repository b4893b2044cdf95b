/** The columns of the sheet of outlines, to read by: which file holds the outline of each area, and where it is from. */
import type { Site } from '../../domain/site.ts';
import type { Column } from './record-columns.ts';
import { sourcesText } from './source-text.ts';

export type OutlineKey =
  | 'outlineOf'
  | 'outlineName'
  | 'outlineFile'
  | 'outlineDate'
  | 'outlineRights'
  | 'outlineSource';

/** Records that have an outline, or are an area and might have one. */
export const outlineRows = (sites: readonly Site[]): Site[] =>
  sites.filter(({ extent, outline }) => extent === 'area' || outline !== undefined);

export const OUTLINE_COLUMNS: readonly Column<OutlineKey, Site>[] = [
  { key: 'outlineOf', kind: 'info', of: ({ id }) => id },
  { key: 'outlineName', kind: 'info', of: ({ nameZh }) => nameZh },
  {
    key: 'outlineFile',
    kind: 'info',
    of: ({ id, outline }) => (outline === undefined ? null : `geo/register/outlines/${id}.geojson`),
  },
  { key: 'outlineDate', kind: 'info', of: ({ outline }) => outline?.date ?? null },
  { key: 'outlineRights', kind: 'info', of: ({ outline }) => outline?.rights ?? null },
  {
    key: 'outlineSource',
    kind: 'info',
    of: ({ outline, sources }) => (outline === undefined ? null : sourcesText([sources[outline.source] ?? []].flat())),
  },
];
