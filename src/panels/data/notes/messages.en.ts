import type { messages as zhHans } from './messages.zh-Hans.ts';

/** What the import says of a file, its rows and its failures: a word a code of `data/import/guards`. */
export const messages: Record<keyof typeof zhHans, string> = {
  'reject.no-place': 'no usable coordinates, town or district',
  'reject.not-a-number': 'the coordinate is not a number',
  'reject.half-coordinate': 'one coordinate is missing',
  'reject.zero': 'the coordinates are 0, 0',
  'reject.outside-guangdong': 'the place is outside Guangdong',
  'reject.sea': 'the place is in the sea',
  'reject.outside-grid': 'outside the chosen grid',
  'reject.town-district-conflict': 'the town is not in the stated district',
  'reject.no-site': 'names no site of the register',
  'reject.cell-too-long': 'a cell is too long',
  'reject.broken-quotes': 'quotes are not closed',
  'reject.no-geometry': 'no geometry',
  'reject.too-deep': 'nested too deeply',
  'reject.crossed': 'the edges of the area cross and could not be repaired; repair it in a GIS',
  'reject.unreadable': 'the row cannot be read',
  'import.empty-file': 'The file is empty.',
  'import.unknown-format':
    'The format of the file is not known. Tables are best saved as XLSX or CSV, maps as GeoPackage, GeoJSON or KML.',
  'import.too-large': 'The file is too large.',
  'import.too-many-vertices':
    'The lines and areas have more than {vertices} {vertices|vertex|vertices} together. Split the file or simplify its outlines.',
  'import.old-xls':
    'This is a workbook in the format {kind}: open it in Excel, WPS or LibreOffice and save it as XLSX.',
  'import.packed-otherwise':
    'This is an archive ({kind}) that is not opened here: unpack it and import the files within it, or pack them as ZIP.',
  'import.cad-drawing':
    'This is a drawing ({kind}): open it in QGIS or ArcGIS, say which coordinate system it is in, and export the layer as GeoPackage, Shapefile or GeoJSON.',
  'import.gis-other':
    'This is {kind}, which is not read here: open it in QGIS and export the layer as GeoPackage, Shapefile or GeoJSON.',
  'import.document-other':
    'This is a document ({kind}), not a table: copy its table into Excel and save it as XLSX, or paste it here.',
  'import.html-no-table': 'The web page holds no table.',
  'import.no-dbf':
    'There is no .dbf beside the .shp: places come without their attributes. Drop or choose .shp, .dbf, .prj and .cpg together.',
  'import.more-files': 'The archive holds {count} {count|file|files} that can be read; “{used}” is read.',
  'import.xlsx-password': 'The workbook is protected by a password. Remove it first.',
  'import.zip-truncated': 'The archive is cut off; it may not have been downloaded whole.',
  'import.zip-damaged': 'The archive is damaged.',
  'import.zip-password': 'The archive is protected by a password.',
  'import.zip-bomb': 'The archive unpacks to an unreasonable size and was refused.',
  'import.zip-unsupported': 'The archive is packed in a way that is not supported.',
  'import.zip-nothing': 'The archive holds nothing that can be imported.',
  'import.xml-broken': 'The XML is broken.',
  'import.xml-doctype': 'The XML declares a document type and is not read, for safety.',
  'import.too-deep': 'Nested too deeply to be read.',
  'import.json-broken': 'The JSON is broken.',
  'import.json-not-geojson': 'This is JSON, but not GeoJSON.',
  'import.json-no-lines':
    'By its name or form this should be GeoJSON with one object a line, but none of its first lines is one. Save it as ordinary GeoJSON, or with exactly one feature a line.',
  'import.shp-missing':
    'There is no .shp file. Drop or choose .shp, .dbf, .prj and .cpg together, or zip them. Found: {found}',
  'import.shp-damaged': 'The Shapefile is damaged ({what}).',
  'import.fgb-damaged': 'The FlatGeobuf file is damaged.',
  'import.parquet-damaged': 'The Parquet file is damaged.',
  'import.parquet-codec':
    'The Parquet file is packed with {codec}, which is not read. Save it with Snappy, GZIP or Zstandard, or as FlatGeobuf.',
  'import.parquet-no-geometry': 'The Parquet file has no geometry column.',
  'import.gpkg-damaged':
    'The GeoPackage is damaged, not whole, or encrypted. Open it in QGIS and export the layer anew.',
  'import.gpkg-other':
    'This is a database, but no GeoPackage with layers. Open it in QGIS and export the layer as GeoPackage or GeoJSON.',
  'import.more-layers': 'There {count|is|are} {count} {count|layer|layers}; “{used}” is read.',
  'import.gpkg-log':
    'The database was open in another program when it was copied: what was changed last may be missing. Close it there and copy it again to be sure.',
  'import.xlsx-damaged': 'The workbook is damaged.',
  'import.no-sheet': 'There is no such sheet or layer. {name}',
  'import.no-rows': 'The file has no rows.',
  'import.no-place-column':
    'No column tells where a row is: name one with coordinates, a site of the register, town or district.',
  'import.no-datum': 'The datum cannot be converted: {name}.',
  'import.local-grid':
    'The coordinates look like a local city grid, whose parameters are not public. Have them converted to CGCS2000 or to longitude and latitude first.',
  'import.unknown-datum': 'The datum that the file states is not known: {name}. Convert it first.',
  'import.geographic-other':
    'The file is in an old datum ({name}) whose parameters are not public. Convert it to CGCS2000 first.',
  'import.outside-guangdong': 'The places are all outside Guangdong.',
  'import.too-many-columns': 'There are too many columns ({columns}).',
  'import.remote-unreachable':
    '{host} could not be reached: it does not answer, forbids other origins, or is not listed in the security policy (connect-src) of this deployment.',
  'import.remote-status': '{host} answered with status {status}.',
  'import.remote-no-ranges':
    '{host} does not answer range requests, so the set cannot be read in part; download it and import it.',
  'import.remote-no-index':
    'The file has no spatial index or bounds, so it cannot be read in part; download it and import it.',
  'import.remote-not-wgs84': 'The set is in {name}; sets on a server must be WGS-84 or CGCS2000.',
  'import.remote-no-vectors': 'The tile set holds no vector tiles.',
  'import.remote-tile-damaged': 'Tile {tile} could not be read.',
  'import.remote-damaged': '{what} could not be read.',
  'import.cancelled': 'Cancelled.',
  'import.worker-ended':
    'Reading ended before its time; the memory may not have been enough. What you had is unchanged, and you can try again.',
  'import.internal': 'Reading failed: {message}',
  'import.one-column': 'There is one column only: the separator may be wrong.',
  'import.undecodable': '{count} {count|character|characters} cannot be read as {encoding}.',
  'import.about-cells':
    'Columns with figures that are about so much (约, 左右, ≈), with how many: {columns}. They are counted as the number that stands there, and the name of the column is marked ≈. Bounds (超, 近, 余) are taken for no number.',
  'import.serial-dates':
    'Numbers are taken for dates, as Excel counts days, in: {columns}. The file does not say so; the cells stay as they came.',
  'import.joined-table':
    '{columns} {columns|column|columns} came from the table “{table}” by the key “{key}”, to {joined} of {of} {of|row|rows}.',
  'import.ragged-rows': '{count} {count|row has|rows have} more or fewer cells than there are columns.',
  'import.extra-header-rows': '{rows} {rows|row|rows} above the column names {rows|was|were} passed over.',
  'import.no-header': 'There is no row of column names.',
  'import.swapped': 'Longitude and latitude (or easting and northing) seem to be swapped; they are turned round.',
  'import.swapped-rows':
    '{count} {count|row|rows} had longitude and latitude swapped; {count|it was|they were} turned round.',
  'import.shapes-to-points':
    '{count} {count|row of several points stands|rows of several points stand} at the first, with an error that covers {count|it|them} all.',
  'import.mixed-shapes':
    '{count} {count|row mixes|rows mix} areas, lines and points: areas are kept, where there are none lines; the rest was left out.',
  'import.outside-stated-district': '{count} {count|row|rows} whose place and stated district disagree.',
  'import.outside-city': '{count} {count|row|rows} outside Foshan.',
  'import.crossed-repaired':
    '{count} {count|area|areas} crossed {count|itself|themselves}; repaired: all that the ring goes round is the area.',
  'import.crossed-kept':
    '{count} {count|area has|areas have} too many corners to be checked or repaired where edges cross; kept as {count|it is|they are}.',
  'import.all-rejected': 'Every row was rejected.',
  'import.mostly-rejected': '{count} of {of} {of|row|rows} {count|was|were} rejected.',
  'import.town-unplaced': '{count} {count|row states|rows state} only a town of which no position is known.',
  'import.half-to-town':
    '{count} {count|row has|rows have} only one usable coordinate and {count|goes|go} to the town {count|it states|they state}, with the error of a town.',
  'import.unjoined':
    '{count} {count|row names|rows name} no site of the register and {count|goes|go} by {count|its|their} town or district; {count|it is|they are} listed below.',
  'import.site-unplaced':
    '{count} {count|row belongs|rows belong} to a site without a known place: {count|it is|they are} in the list, not on the map.',
  'import.district-unread': '{count} {count|row states|rows state} a district that is not known.',
  'import.rounded-coordinates':
    '{count} {count|row gives|rows give} few digits; {count|its|their} error is reckoned from them.',
  'import.datum-doubt':
    'The datum is in doubt: as {datum}, {inside} of {of} {of|row|rows} {inside|lies|lie} in the district {of|it states|they state}.',
  'import.datum-undecided': 'The datum cannot be told.',
  'import.deleted-rows':
    '{count} {count|record is|records are} marked as deleted in the file and {count|was|were} not read.',
  'import.kml-links-only':
    'The file holds no places, only {count} network {count|address|addresses} to fetch them from ({address}). Open it in Google Earth or QGIS, or download what the address gives, save that as KML or KMZ, and import it.',
  'import.network-link':
    'The file points to {count} network {count|address, which was|addresses, which were} not read.',
  'import.styles-left':
    'The looks that the file brings (colours, icons) were not read: under “Style” a column can colour the rows.',
  'import.quotes-kept':
    '{count} {count|quote does|quotes do} not follow the rules and {count|was kept as it is|were kept as they are}.',
  'import.merged-cells':
    'The value of a merged cell holds for each row that it covers ({count} {count|cell|cells} filled so); a sum over such a column counts it in each.',
  'import.merged-many':
    'There are more than {count} merged {count|cell|cells}; what is merged beyond them holds for the first row only.',
  'import.digits-lost':
    '{count} whole {count|number has|numbers have} more than 15 digits, which spreadsheets cannot keep: the last digits may have become zeros when the file was saved. Codes belong into cells that are formatted as text.',
  'import.more-sheets': 'There {count|is|are} {count} {count|sheet|sheets}; “{used}” is read.',
  'import.coordinates-unread':
    'The column “{name}” is called coordinates, but none can be read from it (such as “{example}”). Rows without other coordinates go by town or district.',
  'import.place-codes':
    'The column “{name}” holds codes that are not read ({system}, such as “{example}”): have them turned into longitude and latitude first.',
  'import.grids-undecided':
    'The numbers fit {datum} and {second} alike, about {metres} m apart, and nothing tells which: please choose.',
  'import.towns-tell':
    'Districts do not tell the grids apart, towns do: as {datum}, {inside} of {of} {of|row that states|rows that state} a town {inside|lies|lie} where it can be; as {second}, {secondInside}.',
  'import.encoding-doubt': 'The text does not fit the encoding that is stated, {stated}; it is read as {encoding}.',
  'import.json-topology': 'This is TopoJSON: save it as GeoJSON first (mapshaper and QGIS export it).',
  'import.no-prj': 'There is no .prj: the datum is judged by the values.',
  'import.columns-many': 'There are many columns; the first {columns} are kept.',
  'import.stated-by-file': 'The file states {name}.',
  'import.stated-by-format': 'The format prescribes WGS-84.',
  'import.stated-by-column': 'A column or the file name states it: {name}.',
  'import.stated-by-own-export': 'This product wrote the file: {datum}, as it went.',
  'import.own-export-assumed': 'This product wrote the file; its datum was assumed to be {datum} and still is.',
  'import.marks-lost':
    '{count} {count|row has|rows have} no mark of this product, or {count|was|were} moved since it wrote the file: read as any other row.',
  'import.marks-differ':
    '{count} {count|row|rows} went with another datum than the rest and {count|keeps|keep} the place that was written; saying the datum does not move {count|it|them}.',
  'import.best-misfit':
    'As {datum}, {inside} of the {of} {of|row that states|rows that state} a district {inside|lies|lie} in it; as {second}, the next best, {secondInside}.',
  'import.only-range-that-fits':
    'Only as {datum} {inReach|does|do} {inReach} of {sampled} {sampled|row|rows} fall in and around Foshan.',
  'import.nothing-tells':
    'Nothing tells the datums apart ({stated} {stated|row states|rows state} a district); taken as WGS-84, which may be hundreds of metres off.',
  'import.no-coordinates': 'There are no coordinates to judge by.',
  'import.none-needed': 'none needed',
  'import.gcj02-to-wgs84': 'GCJ-02 → WGS-84 (inverse, iterated)',
  'import.bd09-to-wgs84': 'BD-09 → GCJ-02 → WGS-84 (inverse, iterated)',
  'import.projected-to-wgs84': 'Projected → longitude and latitude: {name}',
};
