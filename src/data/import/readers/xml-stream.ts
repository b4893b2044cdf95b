/**
 * XML as it streams by, read by saxes within our bounds. Workers have no DOMParser, and a document tree of a large
 * file would not fit. Document types are refused, and with them every entity but the five of XML, so that nothing can
 * expand.
 */
import { SaxesParser } from 'saxes';
import { LIMITS } from '../guards/limits.ts';
import { ImportError } from '../guards/notes.ts';
import { Ampersands } from './ampersands.ts';

/** Values by name, as written, entities resolved. */
export type Attributes = Readonly<Record<string, string>>;

export interface XmlHandler {
  /** `name` without its prefix. */
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
  /** Text between two tags may come in pieces. */
  text(text: string): void;
}

/** Value of an attribute, whatever its prefix; null where there is none. */
export function attribute(attributes: Attributes, name: string): string | null {
  const plain = attributes[name];
  if (plain !== undefined) return plain;
  for (const key in attributes) if (key.endsWith(`:${name}`)) return attributes[key] ?? null;
  return null;
}

/**
 * Faults that leave no doubt where elements begin and end: files as people have them are full of these. They are known
 * by how the library words them; whatever else it finds ends the reading.
 */
const HARMLESS = [
  'undefined entity',
  'malformed character entity',
  'malformed comment',
  'disallowed character.',
  'disallowed character in attribute name',
  'attribute without value',
  'unquoted attribute value',
  'no whitespace between attributes',
  'duplicate attribute',
  'the string "]]>" is disallowed',
  'an XML declaration must be at the start',
  'the XML declaration must appear at the start',
];
/** So many of them from one tag to the next are no slips. */
const MOST_FAULTS = 10_000;

const local = (name: string) => name.slice(name.indexOf(':') + 1);

export class XmlStream {
  private readonly parser = new SaxesParser<{ position: false; xmlns: false }>({ position: false, xmlns: false });
  private readonly ampersands = new Ampersands();
  private depth = 0;
  /** Letters and faults since something came to an end. */
  private letters = 0;
  private faults = 0;

  constructor(handler: XmlHandler) {
    const ended = (): void => {
      this.letters = 0;
    };
    const { parser } = this;
    parser.on('doctype', () => {
      throw new ImportError('xml-doctype');
    });
    parser.on('opentag', ({ name, attributes }) => {
      this.letters = 0;
      this.faults = 0;
      if (++this.depth > LIMITS.xmlDepth) throw new ImportError('too-deep', { limit: LIMITS.xmlDepth });
      handler.open(local(name), attributes);
    });
    parser.on('closetag', ({ name }) => {
      this.letters = 0;
      this.faults = 0;
      this.depth--;
      handler.close(local(name));
    });
    parser.on('text', (text) => {
      this.letters = 0;
      if (this.depth > 0) handler.text(text);
    });
    parser.on('cdata', (text) => {
      this.letters = 0;
      handler.text(text);
    });
    parser.on('comment', ended);
    parser.on('processinginstruction', ended);
    parser.on('error', ({ message }) => {
      const harmless = HARMLESS.some((fault) => message.startsWith(fault));
      if (!harmless || ++this.faults > MOST_FAULTS) throw new ImportError('xml-broken', { what: message });
    });
  }

  /** @throws ImportError `xml-doctype`, `xml-broken`, `too-deep` */
  push(chunk: string): void {
    this.letters += chunk.length;
    this.parser.write(this.ampersands.escape(chunk));
    if (this.letters > LIMITS.rowChars) throw new ImportError('xml-broken', { what: 'length' });
  }

  /** @throws ImportError where an element is still open, or there was none. */
  end(): void {
    this.parser.write(this.ampersands.escape('', true)).close();
  }
}
