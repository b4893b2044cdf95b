/**
 * The features of a GeoJSON text that comes in pieces, each cut out and parsed alone: a file of any size takes no more
 * room than its largest feature, one that is damaged costs its own row, and long codes keep their digits. Written here
 * since no streaming reader of JSON lets a feature be broken.
 */
import { LIMITS } from '../guards/limits.ts';
import { ImportError } from '../guards/notes.ts';

/** A value of the array, as text; null where it outgrows what one feature may take. */
export interface FeatureText {
  readonly text: string | null;
  /** Line that it begins in, from 1. */
  readonly line: number;
}

const QUOTE = 34;
const BACKSLASH = 92;
const NEWLINE = 10;
const COMMA = 44;
const SQUARE_OPEN = 91;
const SQUARE_CLOSE = 93;
const CURLY_OPEN = 123;
const CURLY_CLOSE = 125;

const isPlain = (code: number): boolean =>
  (code > COMMA && code < SQUARE_OPEN) || (code > SQUARE_CLOSE && code < CURLY_OPEN) || code > CURLY_CLOSE;

/** The array of the features begins, as a member of the outermost object. */
const FEATURES = /"features"\s*:\s*$/;

/** Cuts the elements of the outermost object's `features` out of text that is pushed in pieces. */
export class FeatureCutter {
  /** What stands around the features: the outermost object with an empty array in their place. */
  outside = '';
  private depth = 0;
  private inString = false;
  private escaped = false;
  private inFeatures = false;
  private current = '';
  private over = false;
  private begun = 0;
  private line = 1;

  /** @throws ImportError where what stands around the features outgrows any header */
  push(text: string): FeatureText[] {
    const out: FeatureText[] = [];
    let from = 0;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      // Digits, letters and what else is no mark of JSON: most of any file.
      if (!this.escaped && isPlain(code)) continue;
      if (code === NEWLINE) this.line++;
      if (this.inString) {
        if (this.escaped) this.escaped = false;
        else if (code === BACKSLASH) this.escaped = true;
        else if (code === QUOTE) this.inString = false;
        continue;
      }
      if (code === QUOTE) this.inString = true;
      else if (code === SQUARE_OPEN || code === CURLY_OPEN) {
        this.depth++;
        if (this.inFeatures && this.depth === 3) {
          from = at;
          this.current = '';
          this.begun = this.line;
        } else if (!this.inFeatures && this.depth === 2 && code === SQUARE_OPEN) {
          const before = this.outside + text.slice(from, at);
          if (FEATURES.test(before)) {
            this.outside = `${before}[`;
            this.inFeatures = true;
            from = at + 1;
          }
        }
      } else if (code === SQUARE_CLOSE || code === CURLY_CLOSE) {
        this.depth--;
        if (this.inFeatures && this.depth === 2) {
          this.keep(text.slice(from, at + 1));
          out.push({ text: this.over ? null : this.current, line: this.begun });
          this.current = '';
          this.over = false;
          from = at + 1;
        } else if (this.inFeatures && this.depth === 1) {
          this.bare(text.slice(from, at), out);
          this.inFeatures = false;
          from = at;
        }
      } else if (this.inFeatures && this.depth === 2 && code === COMMA) {
        this.bare(text.slice(from, at), out);
        from = at + 1;
      }
    }
    const rest = text.slice(from);
    if (!this.inFeatures) this.outside += rest;
    else this.keep(rest);
    if (this.outside.length > LIMITS.rowChars) throw new ImportError('too-large', { limit: LIMITS.rowChars });
    return out;
  }

  /** Whether every bracket that was opened is closed again: else the file was cut off. */
  get whole(): boolean {
    return this.depth === 0 && !this.inString;
  }
  get lines(): number {
    return this.line;
  }

  /** An element that is no object: a word or a number is no feature, but a row. */
  private bare(text: string, out: FeatureText[]): void {
    const own = (this.current + text).trim();
    if (own !== '') out.push({ text: own, line: this.line });
    this.current = '';
  }

  private keep(text: string): void {
    this.over ||= this.current.length + text.length > LIMITS.rowChars;
    this.current = this.over ? '' : this.current + text;
  }
}

const STRING_OR_NUMBER = /"(?:[^"\\]|\\.)*"|-?\bNaN\b|-?\bInfinity\b|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
const LONG = /^-?\d{16,}$/;
/** From so many digits on a number does not keep all of them. */
const LONG_DIGITS = 16;
const [ZERO, NINE] = [48, 57];

/** Whether so many digits stand in a row: one of every sixteen characters is one of theirs, the others are not looked at. */
function hasLongNumber(text: string): boolean {
  const isDigit = (at: number) => {
    const code = text.charCodeAt(at);
    return code >= ZERO && code <= NINE;
  };
  for (let at = LONG_DIGITS - 1; at < text.length; at += LONG_DIGITS) {
    if (!isDigit(at)) continue;
    let [from, to] = [at, at + 1];
    while (from > 0 && isDigit(from - 1)) from--;
    while (isDigit(to)) to++;
    if (to - from >= LONG_DIGITS) return true;
  }
  return false;
}

/** A number of too many digits, or a word that JSON has not: only then is the text gone over once more. */
const isSuspect = (text: string): boolean => text.includes('NaN') || text.includes('Infinity') || hasLongNumber(text);

/**
 * Parses JSON; whole numbers of more digits than a number holds come as text with all of them, NaN and Infinity, which
 * some programs write, as null.
 *
 * @throws SyntaxError
 */
export function parseJson(text: string): unknown {
  if (!isSuspect(text)) return JSON.parse(text);
  const mended = text.replace(STRING_OR_NUMBER, (token) => {
    if (token.startsWith('"')) return token;
    if (LONG.test(token)) return `"${token}"`;
    return token.endsWith('NaN') || token.endsWith('Infinity') ? 'null' : token;
  });
  return JSON.parse(mended);
}
