/**
 * A small streaming XML reader. Workers have no DOMParser, and a document tree of a large file would not fit:
 * this one keeps nothing but the open elements. It refuses document types, and with them every entity but
 * the five of XML, so that nothing can expand; and it bounds the depth.
 */
import { LIMITS } from '../guards/limits.ts';
import { ImportError } from '../guards/notes.ts';

export interface XmlHandler {
  /** `name` without its prefix; `attributes` as they stand, for `attribute()`. */
  open(name: string, attributes: string): void;
  close(name: string): void;
  text(text: string): void;
}

const NAMED: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);

export function unescapeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x[\da-f]{1,6}|#\d{1,7}|\w+);/gi, (whole, body: string) => {
    if (!body.startsWith('#')) return NAMED.get(body) ?? whole;
    const code = /^#x/i.test(body) ? Number.parseInt(body.slice(2), 16) : Number.parseInt(body.slice(1), 10);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** Value of an attribute, whatever its prefix; null where there is none. */
export function attribute(attributes: string, name: string): string | null {
  // By hand: an expression would go over a long text without an equals sign once for each of its letters.
  for (let at = 0; ; ) {
    const equals = attributes.indexOf('=', at);
    if (equals < 0) return null;
    const key = attributes.slice(at, equals).trim();
    let open = equals + 1;
    while (SPACE.has(attributes.charAt(open))) open++;
    const quote = attributes.charAt(open);
    const close = quote === '"' || quote === "'" ? attributes.indexOf(quote, open + 1) : -1;
    if (close < 0) return null;
    if (key === name || key.endsWith(`:${name}`)) return unescapeXml(attributes.slice(open + 1, close));
    at = close + 1;
  }
}

const SPACE: ReadonlySet<string> = new Set([' ', '\t', '\n', '\r']);

const local = (name: string) => name.slice(name.indexOf(':') + 1);

export class XmlStream {
  private buffer = '';
  private readonly stack: string[] = [];
  private readonly handler: XmlHandler;
  private rooted = false;
  /** How far a tag that has not ended yet was looked through, from the start of the buffer, and in which quotes. */
  private looked = 0;
  private quote = '';

  constructor(handler: XmlHandler) {
    this.handler = handler;
  }

  /** @throws ImportError `xml-doctype`, `xml-broken`, `too-deep` */
  push(chunk: string): void {
    this.buffer += chunk;
    const text = this.buffer;
    let at = 0;
    while (at < text.length) {
      if (text[at] !== '<') {
        const next = text.indexOf('<', at);
        // Text is given whole; only text of absurd length is given in parts, cut clear of an entity.
        if (next < 0) break;
        if (this.stack.length > 0) this.handler.text(unescapeXml(text.slice(at, next)));
        else if (text.slice(at, next).trim() !== '') throw new ImportError('xml-broken', { what: 'text' });
        at = next;
        continue;
      }
      const end = this.construct(text, at);
      if (end < 0) break;
      at = end;
    }
    this.buffer = text.slice(at);
    if (this.buffer.length > LIMITS.rowChars) throw new ImportError('xml-broken', { what: 'length' });
  }

  end(): void {
    if (this.stack.length > 0 || this.buffer.trim() !== '' || !this.rooted) {
      throw new ImportError('xml-broken', { what: this.stack.at(-1) ?? 'end' });
    }
  }

  /** Handles what begins with `<` at `at`; the position behind it, or -1 where more text is needed. */
  private construct(text: string, at: number): number {
    if (text.startsWith('<!--', at)) return this.past(text, '-->', at + 4);
    if (text.startsWith('<?', at)) return this.past(text, '?>', at);
    if (text.startsWith('<![CDATA[', at)) {
      const end = text.indexOf(']]>', at);
      if (end < 0) return -1;
      this.handler.text(text.slice(at + 9, end));
      return end + 3;
    }
    if (text.startsWith('<!', at)) {
      if (text.length - at < 9) return -1;
      throw new ImportError('xml-doctype');
    }
    const end = this.tagEnd(text, at);
    if (end < 0) return -1;
    if (text[at + 1] === '/') this.closed(local(text.slice(at + 2, end).trim()));
    else this.opened(text.slice(at + 1, end));
    return end + 1;
  }

  /** The `>` that ends a tag; one within quotes does not. What was looked through is not looked through again. */
  private tagEnd(text: string, from: number): number {
    let { quote } = this;
    for (let at = from + 1 + this.looked; at < text.length; at++) {
      const char = text.charAt(at);
      if (quote !== '') {
        if (char === quote) quote = '';
      } else if (char === '"' || char === "'") quote = char;
      else if (char === '>') {
        this.looked = 0;
        this.quote = '';
        return at;
      }
    }
    this.looked = text.length - from - 1;
    this.quote = quote;
    return -1;
  }

  private past(text: string, mark: string, from: number): number {
    const end = text.indexOf(mark, from);
    return end < 0 ? -1 : end + mark.length;
  }

  private opened(tag: string): void {
    const empty = tag.endsWith('/');
    const body = empty ? tag.slice(0, -1) : tag;
    const space = body.search(/\s/);
    const name = local(space < 0 ? body : body.slice(0, space));
    if (name === '') throw new ImportError('xml-broken', { what: 'name' });
    this.rooted = true;
    if (this.stack.length >= LIMITS.xmlDepth) throw new ImportError('too-deep', { limit: LIMITS.xmlDepth });
    this.stack.push(name);
    this.handler.open(name, space < 0 ? '' : body.slice(space));
    if (empty) this.closed(name);
  }

  private closed(name: string): void {
    if (this.stack.pop() !== name) throw new ImportError('xml-broken', { what: name });
    this.handler.close(name);
  }
}
