/** In which encoding text bytes are: the mark at the start, else what the bytes can and cannot be. */
import type { Encoding } from '../types.ts';

export interface EncodingGuess {
  readonly encoding: Encoding;
  /** Length of the byte order mark. */
  readonly mark: number;
}

const REPLACEMENT = /\uFFFD/g;
const BEYOND_ASCII = /[^\0-\x7F]/g;
/** Of so many characters one may be broken, as an editor or a cut leaves it, and the text is UTF-8 still. */
const WHOLE_TO_BROKEN = 50;

/** Text in some encoding: characters beyond ASCII that it gives, and those that it cannot. */
interface Trial {
  whole: number;
  broken: number;
}

function tried(text: string, into: Trial): void {
  const broken = text.match(REPLACEMENT)?.length ?? 0;
  into.broken += broken;
  into.whole += (text.match(BEYOND_ASCII)?.length ?? 0) - broken;
}

const isUtf8 = ({ whole, broken }: Trial) => broken === 0 || whole > WHOLE_TO_BROKEN * broken;

/** Letters of the double-byte encodings by how often they stand among the commonest ideographs of each. */
interface Doubles {
  pairs: number;
  gb: number;
  big5: number;
}

/** Counts pairs whose first byte begins a common ideograph: of GB 2312 in 0xB0 to 0xD7, of Big5 in 0xA4 to 0xC6. */
function countDoubles(bytes: Uint8Array, into: Doubles): void {
  for (let at = 0; at + 1 < bytes.length; at++) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x81) continue;
    const trail = bytes[at + 1] ?? 0;
    into.pairs++;
    if (lead >= 0xb0 && lead <= 0xd7 && trail >= 0xa1 && trail !== 0xff) into.gb++;
    const isTrail = (trail >= 0x40 && trail <= 0x7e) || (trail >= 0xa1 && trail <= 0xfe);
    if (lead >= 0xa4 && lead <= 0xc6 && isTrail) into.big5++;
    at++;
  }
}

/** GB18030, which holds GBK and GB 2312, unless the bytes are clearly Big5. */
const doubleByte = ({ pairs, gb, big5 }: Doubles): Encoding => (big5 > gb + pairs / 10 ? 'big5' : 'gb18030');

/** UTF-16 without a mark: of letters and digits every second byte is zero, and no byte between them is a control. */
function utf16Of(bytes: Uint8Array): Encoding | null {
  const length = Math.min(bytes.length, 4096) & ~1;
  let [even, odd] = [0, 0];
  for (let at = 0; at < length; at += 2) {
    const [first = 0, second = 0] = bytes.subarray(at, at + 2);
    if (first === 0) even++;
    if (second === 0) odd++;
    if ((first === 0 && isControl(second)) || (second === 0 && isControl(first))) return null;
  }
  // 一 and some more ideographs have a zero where letters have none.
  if (length < 8 || Math.max(even, odd) < length / 8 || 8 * Math.min(even, odd) > Math.max(even, odd)) return null;
  return odd > even ? 'utf-16le' : 'utf-16be';
}

const isControl = (byte: number) => byte < 9 || (byte > 13 && byte < 32);

/** What a .cpg file or an XML declaration names; null for what is not known here. */
export function encodingNamed(label: string): Encoding | null {
  const name = label.trim().toLowerCase();
  if (/^(utf-?8|65001)$/.test(name)) return 'utf-8';
  if (/(gbk|gb2312|gb18030|936|54936|euc-?cn)/.test(name)) return 'gb18030';
  return /(big-?5|950)/.test(name) ? 'big5' : null;
}

export function markOf(head: Uint8Array): EncodingGuess | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: 'utf-8', mark: 3 };
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', mark: 2 };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', mark: 2 };
  const bare = utf16Of(head);
  return bare === null ? null : { encoding: bare, mark: 0 };
}

/** Text of bytes that may end within a character, which then is left out. */
export const textCutOff = (bytes: Uint8Array, encoding: Encoding) =>
  new TextDecoder(encoding).decode(bytes, { stream: true });

/** What the bytes of one text speak for. */
interface Evidence {
  readonly trial: Trial;
  readonly doubles: Doubles;
}

const noEvidence = (): Evidence => ({ trial: { whole: 0, broken: 0 }, doubles: { pairs: 0, gb: 0, big5: 0 } });

/** @param stated what the file says of itself; believed unless the bytes speak against it */
function judged({ trial, doubles }: Evidence, stated: Encoding | null): Encoding {
  if (stated === 'utf-8' || stated === null) return isUtf8(trial) ? 'utf-8' : doubleByte(doubles);
  // Text of GBK is hardly ever valid UTF-8: a statement to the contrary is an old habit.
  return trial.whole > 1 && trial.broken === 0 ? 'utf-8' : stated;
}

/**
 * The encoding of texts that were cut from one table, each of which may end within a character.
 *
 * @param stated what the file says of itself; believed unless the bytes speak against it
 */
export function encodingOfTexts(texts: readonly Uint8Array[], stated: Encoding | null = null): Encoding {
  const evidence = noEvidence();
  for (const bytes of texts) {
    tried(textCutOff(bytes, 'utf-8'), evidence.trial);
    countDoubles(bytes, evidence.doubles);
  }
  return judged(evidence, stated);
}

/** The same of one text whose bytes come in pieces. */
export async function encodingOfPieces(
  pieces: AsyncIterable<Uint8Array>,
  stated: Encoding | null = null,
): Promise<Encoding> {
  const evidence = noEvidence();
  const decoder = new TextDecoder();
  let seen = 0;
  for await (const bytes of pieces) {
    tried(decoder.decode(bytes, { stream: true }), evidence.trial);
    // A pair that a piece cuts in two is one miscount among millions.
    countDoubles(bytes, evidence.doubles);
    seen += bytes.length;
    if (seen > WHOLE || isHopeless(evidence)) break;
  }
  return judged(evidence, stated);
}

/** Nothing that follows makes it UTF-8 again. */
const isHopeless = ({ trial }: Evidence) => trial.broken > 1000 && !isUtf8(trial);

export function encodingOfBytes(bytes: Uint8Array): Encoding {
  return markOf(bytes)?.encoding ?? encodingOfTexts([bytes]);
}

const HEAD = 4 * 1024 * 1024;
/** A file up to this size is looked at as a whole. */
const WHOLE = 256 * 1024 * 1024;
const SLICE = 128 * 1024;
const SLICES = 24;

/** Of a slice the first bytes may belong to a character that began before it. */
function withoutStart(bytes: Uint8Array): Uint8Array {
  let start = 0;
  while (start < 3 && ((bytes[start] ?? 0) & 0xc0) === 0x80) start++;
  return bytes.subarray(start);
}

/**
 * The encoding of a text file. All of it is looked at, of a very large one slices across it: a file may be plain ASCII
 * for its first megabytes and still be GB18030.
 */
export async function guessEncoding(file: Blob): Promise<EncodingGuess> {
  const mark = markOf(new Uint8Array(await file.slice(0, 4096).arrayBuffer()));
  if (mark !== null) return mark;
  if (file.size <= WHOLE) return { encoding: await encodingOfPieces(fileChunks(file, HEAD)), mark: 0 };
  const evidence = noEvidence();
  for (let n = 0; n < SLICES && !isHopeless(evidence); n++) {
    const from = Math.floor(((file.size - SLICE) * n) / (SLICES - 1));
    const bytes = new Uint8Array(await file.slice(from, from + SLICE).arrayBuffer());
    tried(textCutOff(withoutStart(bytes), 'utf-8'), evidence.trial);
    countDoubles(bytes, evidence.doubles);
  }
  return { encoding: judged(evidence, null), mark: 0 };
}

/** The bytes of a file in pieces. */
export async function* fileChunks(file: Blob, piece = 1024 * 1024): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < file.size; at += piece) yield new Uint8Array(await file.slice(at, at + piece).arrayBuffer());
}
