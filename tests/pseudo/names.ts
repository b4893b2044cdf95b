/** What stands on a page in Latin letters and is no word of the interface: what the data say, and how it is measured. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DATA_SOURCES } from '../../src/panels/about/data-sources.ts';

/** Of the boundaries' table, and of distances (src/analysis/invest/world.ts): written in both languages beside the code. */
const OTHER_SOURCES = [
  ...['Districts', 'Neighbouring cities', 'OpenStreetMap, via OpenQGIS/OMap-GeoDB', 'OpenStreetMap, via OpenMapTiles'],
  ...['ODbL', 'IATA airport tables in public files; OpenStreetMap runways', 'public domain'],
];

/** Languages, formats, systems, keys and files, as they are called everywhere. */
const EVERYWHERE =
  /\b(English|UTF-8|Noto Sans SC|OFL|hydrogen valves|robot speed reducers|[\w/-]+\.(?:geojson|csv|yaml|md)|GeoJSON|CSV|XLSX|KML|GPX|SVG|PNG|PPTX|PDF|WGS-84|CGCS2000|GCJ-02|BD-09|EPSG|UTM|Esc|Enter|Home|End|Space|PageUp|PageDown|Ctrl|Shift|Alt|points|parcels)\b/g;
/** Written by src/domain/format.ts, which knows both languages. */
const MEASURED =
  /\b(January|February|March|April|May|June|July|August|September|October|November|December|km²?|m²?|ha|mm|mu|yuan|people|units|t|a|million|billion|trillion|thousand|over|about|nearly|planned|expected|least|most|up|to|from)\b/g;
const ADDRESS = /(https?:\/\/|#)\S+/g;
/** What separates phrases, in the data and on a page. */
const BETWEEN = /[^\p{Script=Latin}'’ -]+/u;

const phrases = (text: string): string[] =>
  text
    .replace(ADDRESS, '|')
    .replace(EVERYWHERE, '|')
    .split(BETWEEN)
    // A candidate has a letter before its name.
    .map((phrase) => phrase.trim().replace(/^[A-Z] (?=[A-Z])/, ''))
    .filter((phrase) => /[A-Za-z]{2}/.test(phrase));

function* texts(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null) for (const each of Object.values(value)) yield* texts(each);
}

/**
 * @param folders of data that the build was made with, whose JSON files are read
 * @returns whether all of a text is names, measures and addresses
 */
export function namesOfData(folders: readonly string[]): (text: string) => boolean {
  const known = new Set([...texts([DATA_SOURCES, OTHER_SOURCES])].flatMap(phrases));
  for (const folder of folders)
    for (const name of readdirSync(folder).filter((each) => /json$/.test(each)))
      for (const text of texts(JSON.parse(readFileSync(join(folder, name), 'utf8'))))
        for (const phrase of phrases(text)) known.add(phrase);
  const isKnown = (phrase: string) =>
    known.has(phrase) ||
    phrases(phrase.replace(MEASURED, '|').replace(EVERYWHERE, '|')).every((each) => known.has(each));
  return (text) => phrases(text).every(isKnown);
}
