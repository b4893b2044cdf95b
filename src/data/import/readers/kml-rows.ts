/** Placemarks of KML as its XML streams by. */

import { LIMITS } from '../guards/limits.ts';
import { kmlPositions } from './kml-tuples.ts';
import type { ColumnNames, SourceRow } from './source.ts';
import { XmlFeature } from './xml-feature.ts';
import { type Attributes, attribute, type XmlHandler } from './xml-stream.ts';

const KML_TEXT = new Set(['name', 'description', 'address', 'phoneNumber', 'when', 'begin', 'end', 'Snippet']);
const EXTENDED = new Set(['Data', 'SchemaData']);
/** What says how a place looks. */
const STYLES = new Set(['IconStyle', 'LineStyle', 'PolyStyle']);
/** Of an address. */
const SHOWN_CHARS = 200;
/** Elements that hold words: what lies in them is no structure, also where its markup was not escaped. */
const HOLDS_WORDS = new Set([...KML_TEXT, 'value', 'SimpleData', 'displayName', 'text']);

export class KmlRows implements XmlHandler {
  out: SourceRow[] = [];
  /** Addresses that the file points to, and the first of them. */
  links = 0;
  firstLink = '';
  /** Looks that the file gives its places: none of them is read. */
  styles = 0;
  private count = 0;
  private feature: XmlFeature | null = null;
  private readonly columns: ColumnNames;
  private readonly path: string[] = [];
  private readonly folders: string[] = [];
  private chars = '';
  private data = '';
  private inner = 0;
  /** Depth of the element that holds words and is open; 0 where none is. */
  private words = 0;
  private track: number[] = [];

  constructor(columns: ColumnNames) {
    this.columns = columns;
  }

  open(name: string, attributes: Attributes): void {
    this.path.push(name);
    if (this.words > 0) return;
    this.chars = '';
    if (HOLDS_WORDS.has(name)) this.words = this.path.length;
    if (name === 'Placemark') this.feature = new XmlFeature();
    if (name === 'Folder') this.folders.push('');
    if (name === 'NetworkLink') this.links++;
    if (STYLES.has(name)) this.styles++;
    if (name === 'Data' || name === 'SimpleData') this.data = attribute(attributes, 'name') ?? '';
    if (name === 'innerBoundaryIs') this.inner++;
    if (name === 'Track') this.track = [];
  }

  text(text: string): void {
    if (this.chars.length <= LIMITS.cellChars) this.chars += text;
  }

  close(name: string): void {
    const depth = this.path.length;
    this.path.pop();
    if (this.words > 0 && this.words < depth) return;
    this.words = 0;
    const parent = this.path.at(-1) ?? '';
    const { feature } = this;
    if (name === 'name' && parent === 'Folder') this.folders[this.folders.length - 1] = this.chars.trim();
    if (name === 'Folder') this.folders.pop();
    if (name === 'innerBoundaryIs') this.inner--;
    if (name === 'href' && this.path.at(-2) === 'NetworkLink' && this.firstLink === '') {
      this.firstLink = this.chars.trim().slice(0, SHOWN_CHARS);
    }
    if (feature !== null) this.closeIn(feature, name, parent);
    this.chars = '';
  }

  /** The outer boundary stands first in what people write, and a hole belongs to the one before it. */
  private ring(polygons: number[][][], ring: number[]): void {
    if (this.inner > 0) polygons.at(-1)?.push(ring);
    else polygons.push([ring]);
  }

  private closeIn(feature: XmlFeature, name: string, parent: string): void {
    if (KML_TEXT.has(name) && (parent === 'Placemark' || parent.startsWith('Time'))) {
      feature.set(this.columns, name, this.chars);
    }
    if ((name === 'value' && parent === 'Data') || name === 'SimpleData') {
      feature.set(this.columns, this.data, this.chars);
    }
    // What other programs put there in elements of their own: its name and its text, as it stands.
    if (parent === 'ExtendedData' && !EXTENDED.has(name)) feature.set(this.columns, name, this.chars);
    if (name === 'coordinates') {
      if (parent === 'Point') kmlPositions(this.chars, feature.parts.points);
      else if (parent === 'LineString') feature.parts.lines.push(kmlPositions(this.chars, []));
      else if (parent === 'LinearRing') this.ring(feature.parts.polygons, kmlPositions(this.chars, []));
    }
    if (name === 'coord' && parent === 'Track') kmlPositions(this.chars, this.track);
    if (name === 'Track') feature.parts.lines.push(this.track);
    if (name !== 'Placemark') return;
    const folder = this.folders.filter((each) => each !== '').join(' / ');
    if (folder !== '') feature.set(this.columns, 'Folder', folder);
    this.out.push(feature.row(++this.count));
    this.feature = null;
  }
}
