/** The first look into a file: what it is, what its columns could be, and which datum its numbers speak for. */

import { LIMITS } from './guards/limits.ts';
import { ImportError, type Note, note } from './guards/notes.ts';
import { type Crs, crsOfEpsg } from './guess/crs.ts';
import { doubted, guessDatum, type SamplePoint } from './guess/datum.ts';
import { clusterOfTerm } from './guess/industry-terms.ts';
import { joinOf } from './guess/join.ts';
import { placeable, type Roles } from './guess/placeable.ts';
import { datumNamed, gridNamed } from './guess/role-names.ts';
import { guessRoles, type RoleGuesses } from './guess/roles.ts';
import { unreadCoordinates } from './guess/unread.ts';
import { districtTest } from './place/areas.ts';
import { coordinatesOf, isFault } from './place/coordinates.ts';
import { type Gazetteer, gazetteerOf } from './place/gazetteer.ts';
import { parseGeometryText } from './place/geometry-text.ts';
import { markedDatum } from './place/own-marks.ts';
import { openSource } from './readers/open-source.ts';
import type { RowSource, SourceRow } from './readers/source.ts';
import type {
  Cell,
  Choices,
  DatumGuess,
  ImportContext,
  IndustryGuess,
  Preview,
  PreviewColumn,
  Reading,
  Role,
  RoleGuess,
} from './types.ts';

const SHOWN_ROWS = 20;
const SHOWN_SAMPLES = 5;
/** Of a row that may hold the names. */
const SHOWN_CELLS = 12;
const SHOWN_TERMS = 200;

async function sampleOf(source: RowSource): Promise<{ rows: SourceRow[]; complete: boolean }> {
  const rows: SourceRow[] = [];
  for await (const batch of source.batches()) {
    rows.push(...batch.rows.slice(0, LIMITS.sampleRows + 1 - rows.length));
    if (rows.length > LIMITS.sampleRows) return { rows: rows.slice(0, LIMITS.sampleRows), complete: false };
  }
  return { rows, complete: true };
}

function columnsOf(names: readonly string[], rows: readonly (readonly Cell[])[]): PreviewColumn[] {
  return names.map((name, at) => {
    const samples = new Set<string>();
    for (const row of rows) {
      const cell = row[at];
      if (cell !== null && cell !== undefined && cell !== '') samples.add(String(cell).slice(0, 100));
      if (samples.size === SHOWN_SAMPLES) break;
    }
    return { name, samples: [...samples] };
  });
}

/** Terms of the industry column with the default table's answer, the most frequent first. */
export function industriesOf(rows: readonly (readonly Cell[])[], column: number | undefined): IndustryGuess[] {
  if (column === undefined) return [];
  const counts = new Map<string, number>();
  for (const row of rows) {
    const term = String(row[column] ?? '').trim();
    if (term !== '') counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  const ranked = [...counts].sort((a, b) => b[1] - a[1]).slice(0, SHOWN_TERMS);
  return ranked.map(([term, count]) => {
    const match = clusterOfTerm(term);
    return { term, count, cluster: match?.cluster ?? null, by: match?.by ?? null };
  });
}

export function rolesOf(guesses: readonly RoleGuess[]): Roles {
  const roles: Roles = {};
  for (const { role, column } of guesses) roles[role] = column;
  return roles;
}

function pointsOf(rows: readonly SourceRow[], roles: Roles, gazetteer: Gazetteer): SamplePoint[] {
  const points: SamplePoint[] = [];
  for (const row of rows) {
    const found = coordinatesOf(row, roles);
    if (found === null || isFault(found) || (found.x === 0 && found.y === 0)) continue;
    const district = roles.district === undefined ? null : gazetteer.district(row.cells[roles.district]);
    const town = roles.town === undefined ? null : gazetteer.town(row.cells[roles.town]);
    points.push({ x: found.x, y: found.y, district, town: town?.code ?? null });
  }
  return points;
}

/** The system that the geometry cells themselves state, where all that state one state the same. */
function sridOf(rows: readonly SourceRow[], { wkt }: Roles): Crs | null {
  if (wkt === undefined) return null;
  const stated = new Set<number>();
  for (const { cells } of rows) {
    const srid = parseGeometryText(cells[wkt])?.srid ?? null;
    if (srid !== null && srid !== 0) stated.add(srid);
  }
  const [code] = stated;
  return code === undefined || stated.size > 1 ? null : crsOfEpsg(code, `SRID=${code}`);
}

/** The datum under a choice of columns: to be asked again when the user changes them. */
export function datumOf(
  source: RowSource,
  rows: readonly SourceRow[],
  roles: Roles,
  fileName: string,
  context: ImportContext,
  gazetteer: Gazetteer,
): DatumGuess {
  const named = [roles.x, roles.y, roles.pair, roles.wkt].flatMap((at) =>
    at === undefined ? [] : [source.columns()[at] ?? ''],
  );
  const points = pointsOf(rows, roles, gazetteer);
  // A format that is WGS-84 by definition is often filled with something else: only then is a name believed.
  const names = [...named, fileName];
  return guessDatum(
    points,
    source.crs ?? sridOf(rows, roles),
    { datum: datumNamed(names), grid: gridNamed(names) },
    { inDistrict: districtTest(context.districts), inTown: gazetteer.canBeIn },
  );
}

/**
 * @param fileName decides where the bytes do not.
 * @param choose roles that the user chose; others are guessed.
 * @param beside files that belong to it, as the .dbf to its .shp
 * @throws ImportError
 */
export async function openFile(
  file: Blob,
  fileName: string,
  context: ImportContext,
  reading: Reading = {},
  choose: Roles | null = null,
  beside: readonly File[] = [],
): Promise<Preview> {
  const source = await openSource(file, fileName, reading, beside);
  const { rows, complete } = await sampleOf(source);
  if (rows.length === 0) throw new ImportError('no-rows');
  const names = source.columns();
  const readable = rows.filter(({ fault }) => fault === null);
  const cells = readable.map((row) => row.cells);
  const gazetteer = gazetteerOf(context);
  const guesses = guessRoles(names, cells, gazetteer);
  const hasShapes = source.hasShapes && readable.some(({ shape }) => shape !== null);
  // Geometry goes before columns that repeat it.
  const own = hasShapes ? guesses.best.filter(({ role }) => !isPlaceRole(role)) : guesses.best;
  // What has places of its own is not asked which site it belongs to.
  const isPlaced = hasShapes || own.some(({ role }) => isPlaceRole(role));
  const best = isPlaced ? own.filter(({ role }) => role !== 'site') : own;
  const guessed = choose === null ? [rolesOf(best), ...otherPlaces(guesses)] : [choose];
  const ours = markedDatum(source, readable, guessed);
  const roles = ours?.roles ?? choose ?? rolesOf(best);
  const datum = ours === null ? datumOf(source, readable, roles, fileName, context, gazetteer) : ownDatum(ours);
  const warnings: Note[] = [...source.warnings()];
  if (datum.swapped) warnings.push(note('swapped'));
  const better = doubted(datum);
  if (better !== null)
    warnings.push(note('datum-doubt', { datum: better.datum, inside: better.inside, of: better.of }));
  if (datum.refusal !== null) warnings.push(datum.refusal);
  warnings.push(...unreadCoordinates(names, cells, guesses.best));
  if (!hasShapes && !placeable(roles)) warnings.push(note('no-place-column', { columns: names.length }));
  return {
    fileName,
    bytes: file.size,
    format: source.format,
    reading: source.reading,
    parts: source.parts,
    hiddenParts: source.hiddenParts ?? [],
    columns: columnsOf(names, cells),
    head: (source.head ?? []).slice(0, SHOWN_ROWS).map((row) => row.slice(0, SHOWN_CELLS).map(short)),
    rows: cells.slice(0, SHOWN_ROWS).map((row) => names.map((_, at) => short(row[at] ?? null))),
    sampled: rows.length,
    complete,
    hasShapes,
    roles: best.map((guess) => chosenOf(guess, roles, guesses.others)),
    alternatives: [...guesses.others, ...guesses.best.filter((found) => !best.includes(found))],
    datum,
    industries: industriesOf(cells, roles.industry),
    join: joinOf(readable, roles.site, gazetteer.sites),
    warnings,
  };
}

/** What a file that we have written says of its datum itself. */
function ownDatum({ datum, mark }: NonNullable<ReturnType<typeof markedDatum>>): DatumGuess {
  const reason =
    mark.kind === 'assumed'
      ? note('own-export-assumed', { datum: mark.taken })
      : note('stated-by-own-export', { datum });
  return { datum, basis: 'stated', reason, refusal: null, evidence: [], open: [], swapped: false };
}

/** Other columns for places: beside those of the list itself stand those that an export of ours has added. */
function otherPlaces({ best, others }: RoleGuesses): Roles[] {
  const found = rolesOf(best);
  const columnsOf = (role: Role) => others.filter((guess) => guess.role === role).map(({ column }) => column);
  const shapes = columnsOf('wkt').map((wkt) => ({ ...found, wkt }));
  const pairs = columnsOf('x').flatMap((x) => columnsOf('y').map((y) => ({ ...found, x, y })));
  return [...shapes, ...pairs, ...pairs.flatMap((pair) => columnsOf('wkt').map((wkt) => ({ ...pair, wkt })))];
}

/** The guess for a role, of the column that was taken in the end. */
const chosenOf = (guess: RoleGuess, roles: Roles, others: readonly RoleGuess[]): RoleGuess =>
  others.find(({ role, column }) => role === guess.role && column === roles[role]) ?? guess;

const short = (cell: Cell): Cell => (typeof cell === 'string' && cell.length > 200 ? `${cell.slice(0, 199)}…` : cell);
const isPlaceRole = (role: Role) => role === 'x' || role === 'y' || role === 'pair' || role === 'wkt';

/** What the guesses say, to be confirmed or changed. */
export function defaultChoices(preview: Preview, id: string): Choices {
  return {
    id,
    name: preview.fileName.replace(/\.[^.]+$/, ''),
    reading: preview.reading,
    roles: rolesOf(preview.roles),
    datum: preview.datum.datum ?? 'wgs84',
    open: preview.datum.basis === 'assumed' ? preview.datum.open : [],
    swapped: preview.datum.swapped,
    clusters: [],
  };
}
