/** Finding words in a policy text, and marking them in runs of text. Offsets are UTF-16 units. */
import type { TextRun } from './policy-text.ts';

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A run of text that may belong to a hit: its number from 0 in the document's order. */
export interface MarkedRun extends TextRun {
  readonly hit: number | null;
}

const QUOTES = /["“”„＂「」『』]/g;

/**
 * The text as it is compared: full-width forms as half-width, quotation marks all alike, no capitals. Every
 * unit stays one unit, so that offsets hold.
 */
function folded(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(QUOTES, '"')
    .replace(/[A-Z]/g, (c) => c.toLowerCase());
}

/**
 * Every place where the words stand, in order and without overlap. Empty for blank words. `texts` are the
 * same text in further scripts, unit for unit: words are found in any of them.
 */
export function findText(texts: readonly string[], words: string): Span[] {
  const wanted = folded(words.trim());
  if (wanted === '') return [];
  const starts = new Set<number>();
  for (const text of texts.map(folded)) {
    for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + wanted.length)) starts.add(at);
  }
  const spans: Span[] = [];
  for (const start of [...starts].sort((a, b) => a - b)) {
    if (start >= (spans.at(-1)?.end ?? 0)) spans.push({ start, end: start + wanted.length });
  }
  return spans;
}

/** Cuts runs at the edges of the hits; concatenated, the result gives the same text. A hit may cross runs. */
export function markHits(runs: readonly TextRun[], hits: readonly Span[]): MarkedRun[] {
  return runs.flatMap((run) => {
    const end = run.start + run.text.length;
    const cuts = new Set([run.start, end]);
    for (const hit of hits) {
      if (hit.start > run.start && hit.start < end) cuts.add(hit.start);
      if (hit.end > run.start && hit.end < end) cuts.add(hit.end);
    }
    const sorted = [...cuts].sort((a, b) => a - b);
    return sorted.slice(0, -1).map((from, i): MarkedRun => {
      const to = sorted[i + 1] ?? end;
      const hit = hits.findIndex((h) => h.start <= from && h.end >= to);
      return {
        ...run,
        text: run.text.slice(from - run.start, to - run.start),
        start: from,
        hit: hit === -1 ? null : hit,
      };
    });
  });
}
