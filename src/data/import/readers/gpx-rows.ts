/** Points, routes and tracks of GPX as its XML streams by. */

import { LIMITS } from '../guards/limits.ts';
import type { ColumnNames, SourceRow } from './source.ts';
import { XmlFeature } from './xml-feature.ts';
import { type Attributes, attribute, type XmlHandler } from './xml-stream.ts';

const GPX_FEATURES = new Set(['wpt', 'rte', 'trk']);
const GPX_TEXT = new Set(
  'name desc cmt ele time sym type src number sat hdop vdop pdop fix magvar geoidheight'.split(' '),
);

/**
 * Columns of what programs put under `extensions`: the name of the element, or its whole path where the format itself
 * or another element has that name already.
 */
class ExtensionNames {
  private readonly byPath = new Map<string, string>();
  private readonly taken = new Set([...GPX_TEXT, 'link']);

  of(path: readonly string[]): string {
    const key = path.join('/');
    const known = this.byPath.get(key);
    if (known !== undefined) return known;
    const own = path.at(-1) ?? '';
    const name = this.taken.has(own) ? key : own;
    // A file of ever new names is bounded by the columns that are kept.
    if (this.byPath.size < LIMITS.columns) this.byPath.set(key, name);
    this.taken.add(name);
    return name;
  }
}

export class GpxRows implements XmlHandler {
  out: SourceRow[] = [];
  private count = 0;
  private feature: XmlFeature | null = null;
  private readonly columns: ColumnNames;
  private readonly extensions = new ExtensionNames();
  private readonly path: string[] = [];
  /** How deep the extensions of the feature stand; 0 outside of them. */
  private extended = 0;
  private chars = '';
  private line: number[] = [];

  constructor(columns: ColumnNames) {
    this.columns = columns;
  }

  open(name: string, attributes: Attributes): void {
    this.chars = '';
    const parent = this.path.at(-1) ?? '';
    this.path.push(name);
    if (this.extended > 0) this.openExtension(attributes);
    else this.openElement(name, parent, attributes);
  }

  private openElement(name: string, parent: string, attributes: Attributes): void {
    if (GPX_FEATURES.has(name)) this.feature = new XmlFeature();
    if (name === 'extensions' && GPX_FEATURES.has(parent)) this.extended = this.path.length;
    if (name === 'link' && GPX_FEATURES.has(parent)) {
      this.feature?.set(this.columns, 'link', attribute(attributes, 'href') ?? '');
    }
    if (name === 'trkseg' || name === 'rte') this.line = [];
    if (name !== 'wpt' && name !== 'trkpt' && name !== 'rtept') return;
    const into = name === 'wpt' ? this.feature?.parts.points : this.line;
    into?.push(Number(attribute(attributes, 'lon') ?? Number.NaN), Number(attribute(attributes, 'lat') ?? Number.NaN));
  }

  private openExtension(attributes: Attributes): void {
    for (const key in attributes) {
      if (key.startsWith('xmlns')) continue;
      const path = [...this.path.slice(this.extended), key.slice(key.indexOf(':') + 1)];
      this.feature?.set(this.columns, this.extensions.of(path), attributes[key] ?? '');
    }
  }

  text(text: string): void {
    if (this.chars.length <= LIMITS.cellChars) this.chars += text;
  }

  close(name: string): void {
    if (this.extended > 0) this.closeExtension();
    else this.closeElement(name);
    this.path.pop();
    this.chars = '';
  }

  /** Text of an element that holds others is what lies between them, which is mostly nothing. */
  private closeExtension(): void {
    const path = this.path.slice(this.extended);
    if (path.length === 0) this.extended = 0;
    else if (this.chars.trim() !== '') this.feature?.set(this.columns, this.extensions.of(path), this.chars);
  }

  private closeElement(name: string): void {
    const { feature } = this;
    if (feature === null) return;
    if (GPX_TEXT.has(name) && GPX_FEATURES.has(this.path.at(-2) ?? '')) feature.set(this.columns, name, this.chars);
    if (name === 'trkseg' || name === 'rte') feature.parts.lines.push(this.line);
    if (!GPX_FEATURES.has(name)) return;
    this.out.push(feature.row(++this.count));
    this.feature = null;
  }
}
