/** Placemarks of KML as its XML streams by; and the points, routes and tracks of GPX. */

import { LIMITS } from '../guards/limits.ts';
import { noParts, type Parts, shapeOf } from '../place/geometry.ts';
import type { Cell } from '../types.ts';
import type { ColumnNames, SourceRow } from './source.ts';
import { type Attributes, attribute, type XmlHandler } from './xml-stream.ts';

/** "lng,lat[,height] lng,lat[,height] …" */
function coordinates(text: string, into: number[]): number[] {
  for (const tuple of text.trim().split(/\s+/)) {
    const [x = '', y = ''] = tuple.split(',');
    if (x !== '' && y !== '') into.push(Number(x), Number(y));
  }
  return into;
}

/** Collects the cells and parts of one feature. */
class Feature {
  readonly parts: Parts = noParts();
  readonly cells: Cell[] = [];
  tooLong = 0;

  set(columns: ColumnNames, name: string, text: string): void {
    const value = text.trim();
    if (value.length > LIMITS.cellChars) this.tooLong = value.length;
    else if (value !== '') {
      const at = columns.of(name);
      if (at >= 0) this.cells[at] = value;
    }
  }
  row(number: number): SourceRow {
    for (let at = 0; at < this.cells.length; at++) this.cells[at] ??= null;
    if (this.tooLong === 0) return { row: number, cells: this.cells, shape: shapeOf(this.parts), fault: null };
    return { row: number, cells: [], shape: null, fault: { code: 'cell-too-long', detail: `${this.tooLong}` } };
  }
}

const KML_TEXT = new Set(['name', 'description', 'address', 'phoneNumber', 'when', 'begin', 'end', 'Snippet']);
/** Elements that hold words: what lies in them is no structure, also where its markup was not escaped. */
const HOLDS_WORDS = new Set([...KML_TEXT, 'value', 'SimpleData', 'displayName', 'text']);

export class KmlRows implements XmlHandler {
  out: SourceRow[] = [];
  links = 0;
  private count = 0;
  private feature: Feature | null = null;
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
    if (name === 'Placemark') this.feature = new Feature();
    if (name === 'Folder') this.folders.push('');
    if (name === 'NetworkLink') this.links++;
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
    if (feature !== null) this.closeIn(feature, name, parent);
    this.chars = '';
  }

  /** The outer boundary stands first in what people write, and a hole belongs to the one before it. */
  private ring(polygons: number[][][], ring: number[]): void {
    if (this.inner > 0) polygons.at(-1)?.push(ring);
    else polygons.push([ring]);
  }

  private closeIn(feature: Feature, name: string, parent: string): void {
    if (KML_TEXT.has(name) && (parent === 'Placemark' || parent.startsWith('Time'))) {
      feature.set(this.columns, name, this.chars);
    }
    if ((name === 'value' && parent === 'Data') || name === 'SimpleData') {
      feature.set(this.columns, this.data, this.chars);
    }
    if (name === 'coordinates') {
      if (parent === 'Point') coordinates(this.chars, feature.parts.points);
      else if (parent === 'LineString') feature.parts.lines.push(coordinates(this.chars, []));
      else if (parent === 'LinearRing') this.ring(feature.parts.polygons, coordinates(this.chars, []));
    }
    if (name === 'coord' && parent === 'Track') {
      const [x = '', y = ''] = this.chars.trim().split(/\s+/);
      if (y !== '') this.track.push(Number(x), Number(y));
    }
    if (name === 'Track') feature.parts.lines.push(this.track);
    if (name !== 'Placemark') return;
    const folder = this.folders.filter((each) => each !== '').join(' / ');
    if (folder !== '') feature.set(this.columns, 'Folder', folder);
    this.out.push(feature.row(++this.count));
    this.feature = null;
  }
}

const GPX_FEATURES = new Set(['wpt', 'rte', 'trk']);
const GPX_TEXT = new Set(['name', 'desc', 'cmt', 'ele', 'time', 'sym', 'type', 'src']);

export class GpxRows implements XmlHandler {
  out: SourceRow[] = [];
  private count = 0;
  private feature: Feature | null = null;
  private readonly columns: ColumnNames;
  private readonly path: string[] = [];
  private chars = '';
  private line: number[] = [];

  constructor(columns: ColumnNames) {
    this.columns = columns;
  }

  open(name: string, attributes: Attributes): void {
    this.chars = '';
    this.path.push(name);
    if (GPX_FEATURES.has(name)) this.feature = new Feature();
    if (name === 'trkseg' || name === 'rte') this.line = [];
    if (name !== 'wpt' && name !== 'trkpt' && name !== 'rtept') return;
    const into = name === 'wpt' ? this.feature?.parts.points : this.line;
    into?.push(Number(attribute(attributes, 'lon') ?? Number.NaN), Number(attribute(attributes, 'lat') ?? Number.NaN));
  }

  text(text: string): void {
    if (this.chars.length <= LIMITS.cellChars) this.chars += text;
  }

  close(name: string): void {
    this.path.pop();
    const parent = this.path.at(-1) ?? '';
    const { feature } = this;
    if (feature !== null) {
      if (GPX_TEXT.has(name) && GPX_FEATURES.has(parent)) feature.set(this.columns, name, this.chars);
      if (name === 'trkseg' || name === 'rte') feature.parts.lines.push(this.line);
      if (GPX_FEATURES.has(name)) {
        this.out.push(feature.row(++this.count));
        this.feature = null;
      }
    }
    this.chars = '';
  }
}
