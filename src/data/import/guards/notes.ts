/** Codes of everything the import has to say, and the error that carries one. */

/** The whole file cannot be read, or not this way. Nothing was changed. */
export const FAILURES = [
  'empty-file',
  'unknown-format',
  'too-large',
  'too-many-vertices',
  'old-xls',
  'packed-otherwise',
  'cad-drawing',
  'gis-other',
  'document-other',
  'html-no-table',
  'xlsx-password',
  'zip-truncated',
  'zip-damaged',
  'zip-password',
  'zip-bomb',
  'zip-unsupported',
  'zip-nothing',
  'xml-broken',
  'xml-doctype',
  'kml-links-only',
  'too-deep',
  'json-broken',
  'json-not-geojson',
  'json-no-lines',
  'json-topology',
  'shp-missing',
  'shp-damaged',
  'fgb-damaged',
  'parquet-damaged',
  'parquet-codec',
  'parquet-no-geometry',
  'gpkg-damaged',
  'gpkg-other',
  'xlsx-damaged',
  'no-sheet',
  'no-rows',
  'no-place-column',
  'no-datum',
  'local-grid',
  'unknown-datum',
  'geographic-other',
  'outside-guangdong',
  'too-many-columns',
  'remote-unreachable',
  'remote-status',
  'remote-no-ranges',
  'remote-no-index',
  'remote-not-wgs84',
  'remote-no-vectors',
  'remote-tile-damaged',
  'remote-damaged',
  'cancelled',
  'worker-ended',
  'internal',
] as const;

/** The file was read; this is to be known. */
export const WARNINGS = [
  'one-column',
  'undecodable',
  'encoding-doubt',
  'ragged-rows',
  'serial-dates',
  'about-cells',
  'extra-header-rows',
  'no-header',
  'swapped',
  'swapped-rows',
  'shapes-to-points',
  'mixed-shapes',
  'crossed-repaired',
  'crossed-kept',
  'outside-stated-district',
  'outside-city',
  'all-rejected',
  'mostly-rejected',
  'town-unplaced',
  'half-to-town',
  'unjoined',
  'site-unplaced',
  'district-unread',
  'rounded-coordinates',
  'datum-doubt',
  'coordinates-unread',
  'place-codes',
  'datum-undecided',
  'deleted-rows',
  'network-link',
  'styles-left',
  'quotes-kept',
  'more-sheets',
  'merged-cells',
  'merged-many',
  'digits-lost',
  'no-prj',
  'no-dbf',
  'more-files',
  'more-layers',
  'gpkg-log',
  'columns-many',
  'marks-lost',
  'marks-differ',
  'joined-table',
] as const;

/** Why the datum was taken to be what it is, and how positions were converted. */
export const REASONS = [
  'stated-by-file',
  'stated-by-format',
  'stated-by-column',
  'stated-by-own-export',
  'own-export-assumed',
  'best-misfit',
  'only-range-that-fits',
  'grids-undecided',
  'towns-tell',
  'nothing-tells',
  'no-coordinates',
  'none-needed',
  'gcj02-to-wgs84',
  'bd09-to-wgs84',
  'projected-to-wgs84',
] as const;

export type FailureCode = (typeof FAILURES)[number];
export type NoteCode = FailureCode | (typeof WARNINGS)[number] | (typeof REASONS)[number];

export const isFailure = (code: NoteCode): code is FailureCode => FAILURES.some((each) => each === code);

export interface Note {
  readonly code: NoteCode;
  readonly params: Readonly<Record<string, string | number>>;
}

export function note(code: NoteCode, params: Note['params'] = {}): Note {
  return { code, params };
}

/** A file that cannot be imported. `code` and `params` are for the reader, the message for the log. */
export class ImportError extends Error {
  readonly code: FailureCode;
  readonly params: Note['params'];
  constructor(code: FailureCode, params: Note['params'] = {}) {
    super(`${code} ${JSON.stringify(params)}`);
    this.name = 'ImportError';
    this.code = code;
    this.params = params;
  }
}
