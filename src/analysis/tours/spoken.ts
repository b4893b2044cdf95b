/** A cite as it is read aloud: 二（三）1 is looked up so, and nobody can say it. Pure. */
import type { Bilingual } from '../../domain/schema/parts.ts';

const NUMERALS = '一二三四五六七八九十';
const CITE = new RegExp(`^([${NUMERALS}])（([${NUMERALS}])）(\\d+)?$`);

/** A cite of another form stays as it is. */
export function spokenCite(cite: string): Bilingual {
  const [, part, section, point] = CITE.exec(cite) ?? [];
  if (part === undefined || section === undefined) return { zh: cite, en: cite };
  const [n, m] = [part, section].map((numeral) => NUMERALS.indexOf(numeral) + 1);
  return {
    zh: `第${part}部分（${section}）${point === undefined ? '' : `第${point}条`}`,
    en: `part ${n}, section ${m}${point === undefined ? '' : `, point ${point}`}`,
  };
}
