/** Where bytes come from. The one-file edition and offline use inject another source; nothing else fetches. */

/** Names of the generated data files that every build has. */
export const DATA_FILES = [
  'sites.geojson',
  'policy.json',
  'policies.json',
  'towns.geojson',
  'districts.geojson',
  'borders.geojson',
  'neighbours.geojson',
  'stations.geojson',
  'metro-lines.geojson',
  'places.geojson',
  'runways.geojson',
  'roads.geojson',
  'waterways.geojson',
  'rivers-overview.geojson',
  'statistics.json',
  'offers.json',
  'outlines.geojson',
  'search.json',
  'terms.json',
  'version.json',
  'zh-Hant.json',
] as const;
/** Files that a build has where `npm run geo:osm` has made them: all of them or none. */
export type OsmFile = 'osm.pmtiles' | 'osm.json' | `osm-${'stations' | 'junctions' | 'towns'}.geojson`;
/** A listed file, one that may be there, or a further document, whose name `policies.json` gives. */
export type DataFile = (typeof DATA_FILES)[number] | OsmFile | `policy-${string}.json`;

export interface ByteSource {
  /** Text of a generated data file. Rejects with an error that names the file. */
  text(file: DataFile): Promise<string>;
  /** Bytes of a generated data file from `offset` on; fewer at its end. Rejects with an error that names the file. */
  range(file: DataFile, offset: number, length: number): Promise<ArrayBuffer>;
  /** Whether this build has a file that not every build has. */
  has(file: OsmFile): boolean;
  /** Text of the deployer's config.json, or null where there is none. */
  config(): Promise<string | null>;
  /** Text of a tour that the configuration lists, `tours/ID.json` beside it, or null where there is none. */
  tour(id: string): Promise<string | null>;
  /** Text of the list of licences that the build writes, or null where there is none. */
  licences(): Promise<string | null>;
}

/** OpenStreetMap's own stations, with their lines, where a build has them. */
export function stationFile(source: Pick<ByteSource, 'has'>): DataFile {
  return source.has('osm-stations.geojson') ? 'osm-stations.geojson' : 'stations.geojson';
}
