/**
 * How the names of the register are read, line by line as a person has confirmed it. The build proposes and never
 * confirms: a name that is new, or that is read otherwise than confirmed, gets a line with a question mark.
 */
import { readingOf } from './search.ts';

const HEAD = `# How each name of the register is read. A line that begins with ? is a proposal of npm run geo: read it, put it right
# in geo/pinyin-overrides.yaml where the dictionary is wrong, and take the ? away. npm run geo:check fails until then.
`;
const PROPOSED = '? ';

export interface PinyinReview {
  /** The file as it should be, in the order of the names. */
  text: string;
  /** Its lines that nobody has confirmed, without the mark. */
  open: string[];
}

/** `text` is the file as it stands, empty where there is none. Names that are gone lose their line. */
export function reviewPinyin(names: readonly string[], text: string): PinyinReview {
  const confirmed = new Set(text.split('\n'));
  const wanted = [...new Set(names)].map((name) => `${name}: ${readingOf(name)}`);
  const lines = wanted.map((line) => (confirmed.has(line) ? line : `${PROPOSED}${line}`));
  return { text: `${HEAD}${lines.join('\n')}\n`, open: wanted.filter((line) => !confirmed.has(line)) };
}
