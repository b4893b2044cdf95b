/** Where Chinese without blanks parts into lines best: between words, where the engine knows them. Pure. */
import { CLOSING, OPENING, ZERO_WIDTH_SPACE } from './line-breaks.ts';

const words = 'Segmenter' in Intl ? new Intl.Segmenter('zh', { granularity: 'word' }) : null;

/** Words of industry that dictionaries of the engines take apart. */
const TERMS = /(新能源|新材料|大健康|机器人|高新区|高端|高质量|水处理|整车|制造业|氢燃料电池|锂电池|混动|石墨烯)/;
/** One character that ends the word before it. */
const SUFFIX = /^[园区镇城谷院校馆港站厂室圈会化膜]$/;
const SINGLE = /^\p{Script=Han}$/u;
const OPENS = new RegExp(`[${OPENING}]$`);
const CLOSES = new RegExp(`^[${CLOSING}·—\\s]`);
const HAN = /\p{Script=Han}/u;
/** Letters, digits and signs between them. */
const LATIN = /^[!-~]+$/;
/** What stands in brackets stays together up to so many characters. */
const IN_BRACKETS = 8;

/**
 * Pieces between which a text parts well; joined they are the text. Single characters that a dictionary leaves over are
 * mostly names: they stay together, a suffix with what it ends. The whole text where the engine knows no words.
 */
export function partsOf(text: string): string[] {
  if (words === null) return [text];
  const parts: string[] = [];
  let before = '';
  for (const piece of piecesOf(text, words)) {
    const last = parts.at(-1);
    if (last !== undefined && isJoined(last, before, piece)) parts[parts.length - 1] = last + piece;
    else parts.push(piece);
    before = piece;
  }
  return parts;
}

const piecesOf = (text: string, segmenter: Intl.Segmenter): string[] =>
  text
    .split(TERMS)
    .flatMap((part, at) => (at % 2 === 1 ? [part] : [...segmenter.segment(part)].map(({ segment }) => segment)));

function isJoined(last: string, before: string, piece: string): boolean {
  if (OPENS.test(before) || CLOSES.test(piece) || SUFFIX.test(piece)) return true;
  if (LATIN.test(before) && LATIN.test(piece)) return true;
  if (/^（[^）]*$/.test(last) && last.length < IN_BRACKETS) return true;
  if (!SINGLE.test(before) || (SUFFIX.test(before) && last.length > 1)) return false;
  return SINGLE.test(piece) || last.length === 1;
}

/** Whether every line begins where a piece does. @param lines of the whole text, in order */
export function partsWords(text: string, lines: readonly string[]): boolean {
  if (words === null) return false;
  const starts = new Set<number>();
  let end = 0;
  for (const part of partsOf(text)) {
    starts.add(end);
    end += part.length;
  }
  let at = 0;
  return lines.every((line) => {
    at = text.indexOf(line, at);
    const isStart = starts.has(at);
    at += line.length;
    return isStart;
  });
}

/** A name with a mark, which has no width, wherever the map's engine should rather break it than elsewhere. */
export const breakable = (name: string): string => (HAN.test(name) ? partsOf(name).join(ZERO_WIDTH_SPACE) : name);
