/** One view of a set on a server as a point set, with the same guesses, conversions and receipt as a file's. */

import { ImportError } from '../import/guards/notes.ts';
import { guessRoles } from '../import/guess/roles.ts';
import { placedRows } from '../import/import-file.ts';
import { rolesOf } from '../import/open-file.ts';
import { gazetteerOf } from '../import/place/gazetteer.ts';
import type { RowSource } from '../import/readers/source.ts';
import type { Choices, ImportContext } from '../import/types.ts';
import { openRemoteFlatGeobuf } from './flatgeobuf.ts';
import { openRemoteGeoParquet } from './geoparquet.ts';
import { createHttp, type Http } from './http.ts';
import { openPmtiles, openTileJson } from './tile-sets.ts';
import { tileReader } from './tiles.ts';
import type { RemoteAnswer, RemoteReader, RemoteSource, RemoteView } from './types.ts';

/** Rows that the roles of the columns are guessed from. */
const SAMPLE = 500;
const PLACES = new Set(['x', 'y', 'pair', 'wkt', 'site']);

async function open({ format, url, layer }: RemoteSource, http: Http): Promise<RemoteReader> {
  switch (format) {
    case 'flatgeobuf':
      return openRemoteFlatGeobuf(http.ranges(url));
    case 'geoparquet':
      return openRemoteGeoParquet(http.ranges(url));
    case 'pmtiles':
      return tileReader(await openPmtiles(http.ranges(url), url), layer);
    case 'tilejson':
      return tileReader(await openTileJson(http, url), layer);
  }
}

/** Keeps what is open: a second view of the same source asks only for what it lacks. */
export function createRemoteViews(ask: typeof fetch = fetch) {
  const open$ = new Map<string, { http: Http; reader: Promise<RemoteReader>; roles: Choices['roles'] | null }>();

  return async (source: RemoteSource, view: RemoteView, context: ImportContext): Promise<RemoteAnswer> => {
    const key = JSON.stringify(source);
    let held = open$.get(key);
    if (held === undefined) {
      const http = createHttp(ask);
      held = { http, reader: open(source, http), roles: null };
      held.reader.catch(() => open$.delete(key));
      open$.set(key, held);
    }
    const reader = await held.reader;
    const before = { ...held.http.cost };
    const answer = await reader.read(view);
    const about = {
      total: reader.total,
      thinned: reader.thinned(view.zoom),
      cost: { bytes: held.http.cost.bytes - before.bytes, requests: held.http.cost.requests - before.requests },
    };
    if (answer.kind === 'too-many') return { ...about, ...answer };
    const { rows } = answer;
    if (held.roles === null && rows.length > 0) {
      const cells = rows.slice(0, SAMPLE).map((row) => row.cells);
      const { best } = guessRoles(reader.columns(), cells, gazetteerOf(context));
      held.roles = rolesOf(best.filter(({ role }) => !PLACES.has(role)));
    }
    const choices: Choices = {
      id: source.id,
      name: source.label,
      reading: {},
      roles: held.roles ?? {},
      datum: 'wgs84',
      swapped: false,
      clusters: [],
    };
    const rowSource: RowSource = {
      format: source.format === 'geoparquet' ? 'geoparquet' : 'flatgeobuf',
      reading: {},
      parts: [],
      bytesTotal: 0,
      hasShapes: true,
      crs: reader.crs,
      columns: () => reader.columns(),
      async *batches() {
        yield { rows, bytesRead: 0 };
      },
      warnings: () => [],
    };
    const imported = await placedRows(rowSource, source.url, choices, context);
    if (imported.receipt.rowsRead > 0 && imported.receipt.placed === 0) throw new ImportError('outside-guangdong');
    const isCut =
      (source.format === 'pmtiles' || source.format === 'tilejson') && imported.set.geometries !== undefined;
    return {
      ...about,
      kind: 'rows',
      imported: isCut ? { ...imported, set: { ...imported.set, isCut: true } } : imported,
    };
  };
}
