/** What the import core takes and gives. Messages are codes with parameters; words are the interface's work. */
import type { PointSet } from '../../domain/point-set.ts';
import type { DistrictCollection, TownCollection } from '../../domain/schema/area.ts';
import type { ClusterOrCross, Precision } from '../../domain/vocabulary.ts';
import type { Note } from './guards/notes.ts';
import type { Rejections } from './guards/rejections.ts';

export const FORMATS = [
  'csv',
  'xlsx',
  'html',
  'xmlss',
  'geojson',
  'kml',
  'kmz',
  'gpx',
  'shapefile',
  'flatgeobuf',
  'geoparquet',
  'geopackage',
  'ods',
] as const;
export type Format = (typeof FORMATS)[number];

export const ENCODINGS = ['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be'] as const;
export type Encoding = (typeof ENCODINGS)[number];

export const DELIMITERS = [',', '\t', ';', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** What a column can be. `x` is longitude or easting, `y` latitude or northing, `pair` both in one cell. */
export const ROLES = ['x', 'y', 'pair', 'wkt', 'name', 'industry', 'district', 'town'] as const;
export type Role = (typeof ROLES)[number];

export type Cell = string | number | null;

/** Datum and grid of the coordinates in a file. `file`: the projection that the file itself states in full. */
export type InputDatum = 'wgs84' | 'gcj02' | 'bd09' | `epsg:${number}` | 'file';

/** How to read the bytes; what is absent is guessed. */
export interface Reading {
  /** Sheet of a workbook, or layer of an archive. */
  readonly part?: string;
  readonly encoding?: Encoding;
  readonly delimiter?: Delimiter;
  /** Number of the first row with column names, from 1; null where there is none. */
  readonly headerRow?: number | null;
  /** Rows that the names stand in; guessed with the row, else 1. */
  readonly headerRows?: number;
}

/** Where places are: given by the page, so that this module reads nothing itself. */
export interface ImportContext {
  /** The full boundaries rather than the thinned ones: the datum is judged by them. */
  readonly districts: DistrictCollection;
  readonly towns: TownCollection;
}

export interface RoleGuess {
  readonly role: Role;
  /** Index of the column. */
  readonly column: number;
  /** 0 to 1. */
  readonly score: number;
  /** Whether the name of the column, its values, or both speak for it. */
  readonly by: 'name' | 'values' | 'both';
}

/** How many of the rows that state a district lie in it, if the coordinates were in `datum`. */
export interface DatumEvidence {
  readonly datum: InputDatum;
  readonly inside: number;
  readonly of: number;
  /** Rows of the sample that fall into the city's surroundings. */
  readonly inReach: number;
  readonly sampled: number;
}

export interface DatumGuess {
  /**
   * Null where no datum fits: then `refusal` says why, and the user must convert first. Null too where several fit
   * and nothing tells which: then the user must choose.
   */
  readonly datum: InputDatum | null;
  /** `stated` by the file, `shown` by the values, or `assumed` where nothing tells. */
  readonly basis: 'stated' | 'shown' | 'assumed';
  readonly reason: Note;
  readonly refusal: Note | null;
  readonly evidence: readonly DatumEvidence[];
  /** Where it is `assumed`: what the evidence leaves open, the taken one included. */
  readonly open: readonly InputDatum[];
  /** First and second coordinate stand the other way round than `x` and `y`. */
  readonly swapped: boolean;
}

export interface IndustryGuess {
  readonly term: string;
  /** Rows of the sample with this term. */
  readonly count: number;
  readonly cluster: ClusterOrCross | null;
  /** The words of the default table that decided; null where none did. */
  readonly by: string | null;
}

export interface PreviewColumn {
  readonly name: string;
  /** Up to five different values. */
  readonly samples: readonly string[];
}

export interface Preview {
  readonly fileName: string;
  readonly bytes: number;
  readonly format: Format;
  /** As used: what `Reading` said or what was guessed. */
  readonly reading: Reading;
  /** Sheets or layers to choose from; empty where a file has only one. */
  readonly parts: readonly string[];
  /** Those of `parts` that a workbook hides. */
  readonly hiddenParts?: readonly string[];
  readonly columns: readonly PreviewColumn[];
  /** The first rows, as long as `columns`. */
  readonly rows: readonly (readonly Cell[])[];
  /** Rows that the guesses were made from. */
  readonly sampled: number;
  /** The sample is the whole file. */
  readonly complete: boolean;
  /** Rows carry a geometry of their own; columns are needed only where it is missing. */
  readonly hasShapes: boolean;
  /** Best guess of each role, at most one a role. */
  readonly roles: readonly RoleGuess[];
  /** Further columns that could have the role, best first. */
  readonly alternatives: readonly RoleGuess[];
  readonly datum: DatumGuess;
  readonly industries: readonly IndustryGuess[];
  readonly warnings: readonly Note[];
}

export interface Choices {
  /** Id and name of the set to be made. */
  readonly id: string;
  readonly name: string;
  readonly reading: Reading;
  readonly roles: Partial<Record<Role, number>>;
  readonly datum: InputDatum;
  /** Where the datum is assumed and not said: all that it may be. Default none. */
  readonly open?: readonly InputDatum[];
  readonly swapped: boolean;
  /** The user's own mapping of industry terms; others go by the default table. */
  readonly clusters: readonly (readonly [term: string, cluster: ClusterOrCross | null])[];
  /** Known error of the coordinates, metres; the rounding of their digits is added. Default 0. */
  readonly accuracyM?: number;
}

export interface Progress {
  readonly bytesRead: number;
  readonly bytesTotal: number;
  readonly rows: number;
}

export interface Receipt {
  readonly setId: string;
  readonly fileName: string;
  readonly format: Format;
  readonly encoding: Encoding | null;
  readonly part: string | null;
  /** Rows with anything in them, the header not counted: placed + rejected. */
  readonly rowsRead: number;
  readonly placed: number;
  readonly byPrecision: Readonly<Record<Precision, number>>;
  /** What placed the rows: their coordinates, or only the town or district that they state. */
  readonly placedBy: { readonly coordinates: number; readonly town: number; readonly district: number };
  readonly rejected: Rejections;
  readonly datumIn: InputDatum;
  /** All that it may be, where it was assumed; absent or empty where it is known. */
  readonly datumOpen?: readonly InputDatum[];
  /** The user has said which it is, after the import. */
  readonly datumSaid?: boolean;
  readonly swapped: boolean;
  /** How positions became WGS-84. */
  readonly conversion: Note;
  /** Largest distance between a coordinate and itself after there and back, metres, over `checked` rows. */
  readonly residual: { readonly maxM: number; readonly checked: number };
  readonly warnings: readonly Note[];
}

export interface Imported {
  readonly set: PointSet;
  readonly receipt: Receipt;
}
