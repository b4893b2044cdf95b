/**
 * Parses a policy document into parts and clauses. Any document of this form will do: one paragraph a
 * line; chapters 一、, sections or clauses （一）, numbered clauses 1. under a section. A （一） paragraph
 * followed by numbered ones is a section, any other is a clause. Offsets are UTF-16 units into the text.
 */
import type { Policy } from '../../src/domain/schema/policy.ts';
import type { Problem } from './problem.ts';

export type Part = Policy['parts'][number];
export type ParsedClause = Omit<Policy['clauses'][number], 'units' | 'brief'>;

export interface ParsedDocument {
  parts: Part[];
  clauses: ParsedClause[];
  problems: Problem[];
}

export interface DocumentText {
  docId: string;
  /** Clause ids of the home document stand alone; others carry `docId:`. */
  home: boolean;
  issuer: string;
  /** Path named in problems. */
  file: string;
  text: string;
}

interface Paragraph {
  start: number;
  end: number;
  text: string;
}

const CHAPTER = /^([一二三四五六七八九十]+)、/;
const SECTION = /^（([一二三四五六七八九十]+)）/;
const ITEM = /^(\d+)[.．]/;
const DATE_LINE = /^\d{4}年\d{1,2}月\d{1,2}日$/;

/** 一 → 1, 十 → 10, 十二 → 12, 二十三 → 23. */
export function chineseNumber(numeral: string): number {
  const digit = (c: string | undefined) => (c === undefined ? 0 : '一二三四五六七八九'.indexOf(c) + 1);
  const ten = numeral.indexOf('十');
  if (ten === -1) return digit(numeral[0]);
  return (ten === 0 ? 1 : digit(numeral[0])) * 10 + digit(numeral[ten + 1]);
}

function paragraphsOf(text: string): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    if (line.length > 0) paragraphs.push({ start, end: start + line.length, text: line });
    start += line.length + 1;
  }
  return paragraphs;
}

/**
 * Sentences of `[start, end)`, numbered from 1, without gaps. A full stop inside brackets ends none, and
 * closing quotation marks belong to the sentence that they close.
 */
export function sentencesOf(text: string, start: number, end: number): ParsedClause['sentences'] {
  const sentences: ParsedClause['sentences'] = [];
  let from = start;
  let depth = 0;
  for (let at = start; at < end; at++) {
    const c = text[at] ?? '';
    if ('（［'.includes(c)) depth++;
    if ('）］'.includes(c)) depth--;
    const closes = depth === 0 && '。！？'.includes(c);
    if (!closes) continue;
    while (at + 1 < end && '”’'.includes(text[at + 1] ?? ' ')) at++;
    sentences.push({ n: sentences.length + 1, start: from, end: at + 1 });
    from = at + 1;
  }
  if (from < end) sentences.push({ n: sentences.length + 1, start: from, end });
  return sentences;
}

/** `marker` is the number as printed; the heading runs to the first full stop, the sentences follow it. */
function clauseOf(
  document: DocumentText,
  paragraph: Paragraph,
  numbers: number[],
  cite: string,
  marker: string,
): ParsedClause {
  const stop = paragraph.text.indexOf('。');
  const headingEnd = stop === -1 ? paragraph.text.length : stop;
  const id = numbers.join('.');
  return {
    id: document.home ? id : `${document.docId}:${id}`,
    cite,
    heading: paragraph.text.slice(marker.length, headingEnd).trim(),
    start: paragraph.start,
    end: paragraph.end,
    sentences: sentencesOf(
      document.text,
      paragraph.start + Math.min(headingEnd + 1, paragraph.text.length),
      paragraph.end,
    ),
  };
}

/** Parts in the text's order, clauses, and every paragraph that has no place in a document of this form. */
export function parseDocument(document: DocumentText): ParsedDocument {
  const parts: Part[] = [];
  const clauses: ParsedClause[] = [];
  const problems: Problem[] = [];
  const paragraphs = paragraphsOf(document.text);
  let chapter = '';
  let section = '';

  const addClause = (paragraph: Paragraph, numbers: number[], cite: string, marker: string) => {
    const clause = clauseOf(document, paragraph, numbers, cite, marker);
    clauses.push(clause);
    parts.push({ kind: 'clause', start: paragraph.start, end: paragraph.end, clause: clause.id });
  };

  paragraphs.forEach((paragraph, index) => {
    const { start, end, text } = paragraph;
    const add = (kind: Part['kind']) => parts.push({ kind, start, end });
    const chapterMatch = CHAPTER.exec(text);
    const sectionMatch = SECTION.exec(text);
    const itemMatch = ITEM.exec(text);
    if (index === 0) add('title');
    else if (text.startsWith('附件')) add('attachment');
    else if (text === document.issuer || DATE_LINE.test(text)) add('signature');
    else if (chapterMatch?.[1] !== undefined) {
      chapter = chapterMatch[1];
      section = '';
      add('chapter');
    } else if (chapter === '')
      add(text.endsWith('：') && !parts.some((p) => p.kind === 'addressee') ? 'addressee' : 'preamble');
    else if (sectionMatch?.[1] !== undefined) {
      section = sectionMatch[1];
      if (ITEM.test(paragraphs[index + 1]?.text ?? '')) add('section');
      else
        addClause(
          paragraph,
          [chineseNumber(chapter), chineseNumber(section)],
          `${chapter}（${section}）`,
          sectionMatch[0],
        );
    } else if (itemMatch?.[1] !== undefined && section !== '') {
      const numbers = [chineseNumber(chapter), chineseNumber(section), Number(itemMatch[1])];
      addClause(paragraph, numbers, `${chapter}（${section}）${itemMatch[1]}`, itemMatch[0]);
    } else {
      const reason = `paragraph ${index + 1} “${text.slice(0, 12)}…” is neither a chapter, a section, a clause, an attachment nor a signature`;
      problems.push({ file: document.file, record: document.docId, reason });
    }
  });

  const seen = new Set<string>();
  for (const { id } of clauses) {
    if (seen.has(id)) problems.push({ file: document.file, record: id, reason: 'two clauses have this number' });
    seen.add(id);
  }
  return { parts, clauses, problems };
}
