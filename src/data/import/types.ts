/** What the import core takes and gives. Messages are codes with parameters; words are the interface's work. */
import type { PointSet } from '../../domain/point-set.ts';
import type { DistrictCollection, TownCollection } from '../../domain/schema/area.ts';
import type { BorderAccuracy } from '../../domain/schema/config.ts';
import type { Site } from '../../domain/site.ts';
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

/**
 * The endings of the files of each format: what the dialog for files offers. A file is told by its bytes
 * (`guess/detect.ts`), not by these. Several formats may come in one ending, `zip` say.
 */
export const FORMAT_ENDINGS: Readonly<Record<Format, readonly [string, ...string[]]>> = {
  csv: ['csv', 'tsv', 'txt'],
  xlsx: ['xlsx', 'xlsm'],
  // Web pages and XML tables are mostly called a workbook; a real old one is told what to do.
  html: ['xls', 'et', 'htm', 'html'],
  xmlss: ['xls', 'xml'],
  geojson: ['geojson', 'json', 'geojsonl', 'geojsons', 'ndjson', 'jsonl'],
  kml: ['kml'],
  kmz: ['kmz'],
  gpx: ['gpx'],
  shapefile: ['zip', 'shp', 'dbf', 'shx', 'prj', 'cpg'],
  flatgeobuf: ['fgb'],
  geoparquet: ['parquet', 'geoparquet'],
  geopackage: ['gpkg'],
  ods: ['ods'],
};

export const ENCODINGS = ['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be'] as const;
export type Encoding = (typeof ENCODINGS)[number];

export const DELIMITERS = [',', '\t', ';', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/**
 * What a column can be. `x` is longitude or easting, `y` latitude or northing, `pair` both in one cell; `site` names a
 * site of the register, by its id or name.
 */
export const ROLES = ['x', 'y', 'pair', 'wkt', 'name', 'industry', 'site', 'district', 'town'] as const;
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
  readonly districts: DistrictCollection;
  /** How well their borders are known; exactly, where it is absent. */
  readonly border?: BorderAccuracy;
  /** Version of the data that they are from. */
  readonly data?: string;
  readonly towns: TownCollection;
  /** What lists without places are joined to; absent where nothing is to be joined. */
  readonly register?: Register;
}

/** A site as rows are joined to it. */
export type RegisterSite = Pick<
  Site,
  'id' | 'nameZh' | 'nameEn' | 'aliases' | 'districts' | 'towns' | 'precision' | 'radiusM'
> & {
  /** Names before and after: they are offered and not taken. */
  readonly formerNames: readonly string[];
  readonly position: readonly [lng: number, lat: number] | null;
};

export interface Register {
  readonly sites: readonly RegisterSite[];
  /** Traditional and variant characters, to the simplified ones of the names. */
  readonly variants: Readonly<Record<string, string>>;
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

/** Text in the column of sites that is not quite the name of one. */
export interface JoinName {
  readonly text: string;
  /** Rows of the sample that say it. */
  readonly count: number;
  /** Numbers of the first of them. */
  readonly rows: readonly number[];
  /** Ids of the sites that could be meant, best first. */
  readonly candidates: readonly string[];
}

export interface JoinPreview {
  /** Rows of the sample that name a site by its id or name, and those that say anything in the column. */
  readonly exact: number;
  readonly stated: number;
  /** To be confirmed by the user. */
  readonly near: readonly JoinName[];
  /** No site is called like it. */
  readonly unknown: readonly JoinName[];
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
  /** Of a table whose names may stand in any row: its first rows as they stand, the first at 0; else empty. */
  readonly head: readonly (readonly Cell[])[];
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
  /** Null where no column names sites. */
  readonly join: JoinPreview | null;
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
  /** The user has chosen the datum where nothing tells which it is. Default false. */
  readonly said?: boolean;
  readonly swapped: boolean;
  /** The user's own mapping of industry terms; others go by the default table. */
  readonly clusters: readonly (readonly [term: string, cluster: ClusterOrCross | null])[];
  /** Names that are not quite those of the register, with the site that the user says is meant. Default none. */
  readonly joins?: readonly (readonly [text: string, siteId: string])[];
  /** Known error of the coordinates, metres; the rounding of their digits is added. Default 0. */
  readonly accuracyM?: number;
  /** Rows are wanted for their columns alone, whatever places them. Default false. */
  readonly asTable?: boolean;
}

export interface Progress {
  readonly bytesRead: number;
  readonly bytesTotal: number;
  readonly rows: number;
}

/** Rows whose point lies outside the district that they state, ascending; all three as long. */
export interface OutsideStated {
  /** Rows of the set, from 0. */
  readonly rows: Uint32Array;
  /** Index into DISTRICT_IDS of where the point lies; NOT_STATED where that is outside the city. */
  readonly liesIn: Uint8Array;
  /** To the nearest border of the stated district; NaN where so many rows are outside that it was not reckoned. */
  readonly metres: Float32Array;
}

export interface PlacedBy {
  readonly coordinates: number;
  readonly site?: number;
  readonly town: number;
  readonly district: number;
}

/** By what rows were placed: a row whose cells are edited is placed anew by the same. */
export interface Placing {
  /** Places of the columns among those of the set. */
  readonly roles: Partial<Record<Role, number>>;
  readonly accuracyM: number;
  readonly clusters: Choices['clusters'];
  readonly joins: NonNullable<Choices['joins']>;
  /** Error of the finest coordinates that the file writes, metres; infinite where none has any. */
  readonly finestM: number;
  /** The projection that the file itself states. */
  readonly crs: { readonly proj: string | null; readonly name: string } | null;
}

export interface Receipt {
  readonly setId: string;
  readonly fileName: string;
  readonly format: Format;
  readonly encoding: Encoding | null;
  readonly part: string | null;
  /** Rows with anything in them, the header not counted: placed + rejected + those of sites without a place. */
  readonly rowsRead: number;
  readonly placed: number;
  readonly byPrecision: Readonly<Record<Precision, number>>;
  /** What placed the rows: their coordinates, the site of the register that they name, or only a town or district. */
  readonly placedBy: PlacedBy;
  /** Rows in the set whose site has no known place. */
  readonly withoutPlace?: number;
  readonly rejected: Rejections;
  /** Rows that name no site of the register and went by their town or district. */
  readonly unjoined?: Rejections;
  readonly outsideStated?: OutsideStated;
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
  /** Absent of rows that came for their cells alone, of a server's, and of sets that were kept before this was noted. */
  readonly placing?: Placing;
}

export interface Imported {
  readonly set: PointSet;
  readonly receipt: Receipt;
}
