/** Bounds that keep a hostile or broken file from taking the machine. */

const MiB = 1024 * 1024;

export const LIMITS = {
  /** A text table is streamed: only its columns are kept. */
  csvBytes: 1024 * MiB,
  /** Formats that must be held as a whole while they are read. */
  wholeFileBytes: 200 * MiB,
  /** One unpacked member of an archive that is held as a whole. */
  memberBytes: 256 * MiB,
  /** One unpacked member that is streamed: the rows of a full worksheet. */
  streamedMemberBytes: 2048 * MiB,
  /** All unpacked members of an archive together, as it declares them. */
  archiveBytes: 3072 * MiB,
  archiveMembers: 10_000,
  /** The list of an archive's members, which is held as a whole. */
  directoryBytes: 64 * MiB,
  cellChars: 1_000_000,
  /** A coordinate, or a pair of them, in one cell. */
  positionChars: 200,
  /** All cells together: few strings that are pointed at a million times would fill the memory. */
  textChars: 512 * MiB,
  rows: 20_000_000,
  /** A row that does not end within this many characters has a broken quote. */
  rowChars: 16_000_000,
  columns: 2000,
  /** Rows times columns: what fits into memory. */
  cells: 48_000_000,
  xmlDepth: 128,
  /** Pages leave tags open. */
  htmlDepth: 5000,
  /** Metadata of Parquet, in bytes and in structs within structs. */
  thriftBytes: 64 * MiB,
  thriftDepth: 32,
  /** GeometryCollection in GeometryCollection. */
  geometryDepth: 8,
  /** Sheets of a workbook, tables of a page, layers of a database that one can choose from. */
  sheets: 1000,
  /** Merged cells of a sheet. */
  merges: 200_000,
  sampleRows: 5000,
  batchRows: 4096,
} as const;
