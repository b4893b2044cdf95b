/** Outlines of sites: converted, put into one form, and held against what their records say. */
import { areaOfFile, normalOutline, outlineDigest } from '../../src/domain/outline.ts';
import { type OutlineProblem, placeProblems, ringProblems } from '../../src/domain/outline-rules.ts';
import type { DistrictCollection } from '../../src/domain/schema/area.ts';
import type { OutlineCollection, OutlineCoordinates, OutlineFile } from '../../src/domain/schema/outline.ts';
import type { SiteRecord } from '../../src/domain/schema/record.ts';
import type { Datum } from '../../src/domain/vocabulary.ts';
import { areaKm2 } from './area.ts';
import { toWgs84 } from './datum.ts';
import type { Problem } from './problem.ts';

/** A file of one outline, as it was read. */
export interface FiledOutline {
  /** Relative to the repository. */
  readonly file: string;
  readonly content: OutlineFile;
}

interface Filed {
  readonly file: string;
  readonly record: SiteRecord;
}

const REASONS: Record<OutlineProblem, string> = {
  empty: 'the outline has no corner',
  open: 'a ring of the outline is not closed: its last corner is not its first',
  few: 'a ring of the outline has fewer than three corners',
  many: 'the outline has too many corners; simplify it',
  crosses: 'edges of the outline cross or touch each other',
  swapped: 'the outline has latitude and longitude exchanged',
  outside: 'the outline reaches far outside Foshan',
  wrongDistrict: 'the outline touches none of the districts that the record states',
  farFromPoint: 'the position lies farther from the outline than its radius allows',
};

/** Beyond this share the outline and the stated area are not of one thing. */
const MOST_APART = 0.25;

/** In WGS-84, as the page has it. */
export function outlineOf({ content }: FiledOutline, datum: Datum): OutlineCoordinates {
  return normalOutline(areaOfFile(content).map((rings) => rings.map((ring) => ring.map((at) => toWgs84(at, datum)))));
}

interface Outlines {
  readonly bySite: ReadonlyMap<string, OutlineCoordinates>;
  readonly problems: Problem[];
  /** What a person should know and the build can live with. */
  readonly remarks: string[];
}

/** @param files by the id of the record that they are named after */
export function outlinesOf(
  sites: readonly Filed[],
  files: ReadonlyMap<string, FiledOutline>,
  districts: DistrictCollection,
): Outlines {
  const bySite = new Map<string, OutlineCoordinates>();
  const problems: Problem[] = [];
  const remarks: string[] = [];
  for (const { file, record } of sites) {
    const filed = files.get(record.id);
    if (record.outline === undefined) {
      if (filed !== undefined)
        problems.push({ file: filed.file, record: record.id, reason: `${file} says nothing of this outline` });
      continue;
    }
    if (filed === undefined) {
      problems.push({
        file,
        record: record.id,
        reason: `the outline has no readable file outlines/${record.id}.geojson`,
      });
      continue;
    }
    const found = reasonsOf(record, filed, districts);
    problems.push(...found.map((reason) => ({ file: filed.file, record: record.id, reason })));
    if (found.length > 0) continue;
    const outline = outlineOf(filed, record.outline.datum);
    bySite.set(record.id, outline);
    const apart = areaRemark(record, outline);
    if (apart !== null) remarks.push(`${filed.file} [${record.id}] ${apart}`);
  }
  const ids = new Set(sites.map(({ record }) => record.id));
  for (const [id, { file }] of files)
    if (!ids.has(id)) problems.push({ file, record: id, reason: 'there is no record of this name' });
  return { bySite, problems, remarks };
}

function reasonsOf(record: SiteRecord, filed: FiledOutline, districts: DistrictCollection): string[] {
  const { outline, sources, location } = record;
  if (outline === undefined) return [];
  const reasons: string[] =
    sources[outline.source] === undefined
      ? [`the outline has the source ${outline.source}, which the record does not list`]
      : [];
  const rings = ringProblems(areaOfFile(filed.content)).map((problem) => REASONS[problem]);
  if (rings.length > 0) return [...reasons, ...rings];
  const { position, datum, precision, radiusM } = location;
  const point =
    position === null || precision === 'city' || precision === 'unknown'
      ? null
      : { at: toWgs84(position, datum), radiusM: radiusM ?? 0 };
  const place = { districts: record.districts, point };
  const found = placeProblems(outlineOf(filed, outline.datum), place, districts);
  return [...reasons, ...found.map((problem) => REASONS[problem])];
}

/** Where the record's own figure and the outline's area are far apart. */
function areaRemark({ areaKm2: stated }: SiteRecord, outline: OutlineCoordinates): string | null {
  if (stated === null || stated === 0) return null;
  const measured = areaKm2({ type: 'MultiPolygon', coordinates: outline });
  if (Math.abs(measured - stated) / stated <= MOST_APART) return null;
  return `the outline measures ${measured.toFixed(2)} km², the record states ${stated} km²`;
}

/** What the site says of its outline; nothing where it has none. */
export function siteOutline({ outline }: SiteRecord, coordinates: OutlineCoordinates | undefined) {
  if (outline === undefined || coordinates === undefined) return {};
  const { date, source, rights, note } = outline;
  return {
    outline: { date, source, rights, ...(note === undefined ? {} : { note }), digest: outlineDigest(coordinates) },
  };
}

/** All outlines by id, in one file that the page loads after the first view. */
export function outlineCollection(bySite: ReadonlyMap<string, OutlineCoordinates>): OutlineCollection {
  const sorted = [...bySite].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    type: 'FeatureCollection',
    features: sorted.map(([id, coordinates]) => ({
      type: 'Feature',
      id,
      geometry: { type: 'MultiPolygon', coordinates },
      properties: { id },
    })),
  };
}

/** The file of one outline as corrections write it: a feature that opens in QGIS, a ring a line. */
export function outlineText(id: string, { content }: FiledOutline): string {
  const parts = areaOfFile(content).map((rings) => `[${rings.map((ring) => JSON.stringify(ring)).join(',\n')}]`);
  const coordinates = `[\n${parts.join(',\n')}\n]`;
  return `{"type":"Feature","id":"${id}","properties":{"id":"${id}"},"geometry":{"type":"MultiPolygon","coordinates":${coordinates}}}\n`;
}
