/** What keeps a file from being a base map; the words are `baseFile.CODE` of the catalogue `basemaps`. */

export const ARCHIVE_FAULTS = [
  /** No PMTiles archive of version 3. */
  'not-pmtiles',
  /** Pictures, where lines and areas are wanted. */
  'raster',
  /** Vector tiles that lack layers of the Protomaps schema; `what` names those that are there. */
  'other-schema',
  /** The Protomaps schema before version 4. */
  'old-schema',
  /** Nothing of the area. */
  'elsewhere',
  /** Tiles packed by what no browser unpacks here. */
  'packed',
  /** The bytes contradict themselves. */
  'damaged',
  'unreachable',
  'status',
  'no-ranges',
  /** A file that was picked once and is not on this device. */
  'gone',
] as const;
export type ArchiveFaultCode = (typeof ARCHIVE_FAULTS)[number];

export class ArchiveFault extends Error {
  readonly code: ArchiveFaultCode;
  /** A host and status, or what was found; for the words. */
  readonly params: Readonly<Record<string, string | number>>;

  constructor(code: ArchiveFaultCode, params: Readonly<Record<string, string | number>> = {}) {
    super([code, ...Object.values(params)].join(' '));
    this.name = 'ArchiveFault';
    this.code = code;
    this.params = params;
  }
}
