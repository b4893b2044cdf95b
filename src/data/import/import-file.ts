/** A whole file into a point set, with the receipt of every row: placed how, or rejected why. */
import { countPrecisions } from '../../analysis/precisions.ts';
import { areAssumedDates } from '../../domain/column-dates.ts';
import { aboutCells } from '../../domain/column-values.ts';
import { type Column, isDatumAssumed, type OffsetDatum, type PointSet } from '../../domain/point-set.ts';
import { LIMITS } from './guards/limits.ts';
import { ImportError, isFailure, type Note, note } from './guards/notes.ts';
import { RejectionLog } from './guards/rejections.ts';
import { placeable } from './guess/placeable.ts';
import { isOffset, settledDatum, withDatum } from './place/assumed-datum.ts';
import { type Converter, converterOf } from './place/convert.ts';
import { located } from './place/locate.ts';
import { markedReceipt, marksIn, OwnMarks, unmadeSafe } from './place/own-marks.ts';
import { asTableRow, placerOf } from './place/placer.ts';
import { placingOf } from './place/placing.ts';
import { PlacingTally } from './place/placing-tally.ts';
import { SetBuilder } from './place/set-builder.ts';
import { checkDistricts, withCheck } from './place/stated-districts.ts';
import { openSource } from './readers/open-source.ts';
import type { RowSource } from './readers/source.ts';
import type { Choices, ImportContext, Imported, Progress } from './types.ts';

function converterFor(choices: Choices, source: RowSource): Converter {
  const { crs } = source;
  // What the file itself states and cannot be honoured is never overruled: the file is to be converted first.
  const refusal = crs?.refusal ?? null;
  if (refusal !== null) throw new ImportError(isFailure(refusal.code) ? refusal.code : 'no-datum', refusal.params);
  const converter = converterOf(choices.datum, crs);
  if (converter === null) throw new ImportError('no-datum', { name: choices.datum });
  return converter;
}

function judged(rowsRead: number, rejected: number): Note[] {
  if (rejected === rowsRead) return [note('all-rejected', { count: rejected })];
  return rejected * 2 > rowsRead ? [note('mostly-rejected', { count: rejected, of: rowsRead })] : [];
}

const countedFrom1904 = (column: Column): Column => ({ ...column, from1904: true });

/** Columns whose numbers are taken for dates: an assumption, which is said. */
function serialColumns({ columns, count }: PointSet): Note[] {
  const names = columns.filter((column) => areAssumedDates(column, count)).map(({ name }) => name);
  return names.length === 0 ? [] : [note('serial-dates', { columns: names.join(', ') })];
}

/** Columns of numbers some of whose cells say about so much, and how many do. */
function aboutColumns({ columns, count }: PointSet): Note[] {
  const cells = columns.map((column) => [column.name, aboutCells(column, count)] as const).filter(([, n]) => n > 0);
  const named = cells.map(([name, n]) => `${name} (${n})`);
  return named.length === 0 ? [] : [note('about-cells', { columns: named.join(', ') })];
}

/**
 * @param signal ends the reading between two batches; what was read is dropped.
 * @param beside files that belong to it, as the .dbf to its .shp
 * @throws ImportError for a file that cannot be read at all; a bad row is never one.
 */
export async function importFile(
  file: Blob,
  fileName: string,
  choices: Choices,
  context: ImportContext,
  onProgress: (progress: Progress) => void = () => undefined,
  signal: AbortSignal | null = null,
  beside: readonly File[] = [],
): Promise<Imported> {
  const source = await openSource(file, fileName, choices.reading, beside);
  if (choices.asTable !== true && !source.hasShapes && !placeable(choices.roles)) {
    throw new ImportError('no-place-column', { columns: source.columns().length });
  }
  const imported = await placedRows(source, fileName, choices, context, onProgress, signal);
  if (imported.receipt.rowsRead === 0) throw new ImportError('no-rows');
  return imported;
}

/** All rows of a source, each placed or rejected; none is fine here. */
export async function placedRows(
  source: RowSource,
  fileName: string,
  choices: Choices,
  context: ImportContext,
  onProgress: (progress: Progress) => void = () => undefined,
  signal: AbortSignal | null = null,
): Promise<Imported> {
  const converter = converterFor(choices, source);
  const tally = new PlacingTally();
  const place = choices.asTable === true ? asTableRow : placerOf(choices, context, converter, tally);
  const builder = new SetBuilder();
  const marks = new OwnMarks();
  const markOf = marksIn(source);
  const log = new RejectionLog();
  let rowsRead = 0;
  for await (const { rows, bytesRead } of source.batches()) {
    if (signal?.aborted) throw new ImportError('cancelled');
    for (const row of rows) {
      rowsRead++;
      if (rowsRead > LIMITS.rows) throw new ImportError('too-large', { rows: rowsRead });
      const placed = place(row);
      if ('code' in placed) {
        log.add(row.row, placed.code, placed.detail);
        continue;
      }
      const went = marks.take(placed, markOf(row));
      tally.recount(placed.by, went.by);
      builder.add(went, went !== placed && source.format === 'csv' ? unmadeSafe(row.cells) : row.cells);
    }
    onProgress({ bytesRead, bytesTotal: source.bytesTotal, rows: rowsRead });
  }
  if (signal?.aborted) throw new ImportError('cancelled');
  const read = builder.finish(choices.id, choices.name, source.columns(), choices.roles.name ?? null);
  const placed = source.from1904 === true ? { ...read, columns: read.columns.map(countedFrom1904) } : read;
  const open = (choices.open ?? []).filter(isOffset);
  const byCoordinates = builder.placedByCoordinates();
  const own = marks.any ? marks.finish(placed, byCoordinates) : placed;
  const dated =
    own.datum === undefined && isOffset(choices.datum)
      ? withDatum(own, choices.datum, open, byCoordinates, choices.said)
      : own;
  const set = located(dated, byCoordinates, context);
  const check = checkDistricts(set, context.districts);
  const unplaced = tally.of('site-unplaced');
  const { encoding = null, part = null } = source.reading;
  return {
    set,
    receipt: {
      setId: choices.id,
      fileName,
      format: source.format,
      encoding,
      part,
      rowsRead,
      placed: set.count - unplaced,
      ...(unplaced === 0 ? {} : { withoutPlace: unplaced }),
      byPrecision: countPrecisions(set.precision),
      placedBy: tally.by.site === 0 ? { ...tally.by, site: undefined } : tally.by,
      rejected: log.finish(),
      ...(tally.unjoined.count === 0 ? {} : { unjoined: tally.unjoined.finish() }),
      datumIn: choices.datum,
      datumOpen: isDatumAssumed(set) ? open : [],
      swapped: choices.swapped,
      conversion: converter.how,
      residual: tally.residual,
      ...(check.outside === null ? {} : { outsideStated: check.outside }),
      warnings: [
        ...source.warnings(),
        ...withCheck(tally.warnings(), check),
        ...marks.warnings(),
        ...serialColumns(set),
        ...aboutColumns(set),
        ...judged(rowsRead, log.count),
      ],
      ...(choices.asTable === true ? {} : { placing: placingOf(choices, source.crs, { read, set }, builder.finestM) }),
      ...(choices.said === true ? { datumSaid: true } : {}),
      ...(own.datum === undefined ? {} : markedReceipt(own.datum)),
    },
  };
}

/** A set and its receipt once the user has said which datum its coordinates are in. */
export function settled({ set, receipt }: Imported, said: OffsetDatum, context: ImportContext): Imported {
  const moved = settledDatum(set, said);
  const next = moved.datum === undefined ? moved : located(moved, moved.datum.byCoordinates, context);
  const converter = converterOf(said, null);
  const check = checkDistricts(next, context.districts);
  return {
    set: next,
    receipt: {
      ...receipt,
      byPrecision: countPrecisions(next.precision),
      datumIn: said,
      datumOpen: [],
      datumSaid: true,
      conversion: converter?.how ?? receipt.conversion,
      outsideStated: check.outside ?? undefined,
      warnings: withCheck(receipt.warnings, check),
    },
  };
}
