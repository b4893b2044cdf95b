/**
 * Reads the 责任单位 bracket that ends a clause. Traps of the real texts: （ ） or ［ ］, brackets nested in
 * names, a leading 市 left out after the first name, commas before party offices, and 会 ("jointly with")
 * that may follow a name which itself ends in 会.
 */
import type { UnitRole } from '../../src/domain/vocabulary.ts';
import type { UnitRecord } from './records.ts';

export interface NamedUnit {
  /** Unit id, or null where units.yaml does not know the name. */
  unit: string | null;
  role: UnitRole;
  name: string;
  start: number;
  end: number;
}

interface Span {
  start: number;
  end: number;
}

const OPENING = /[（［]责任单位：/g;

/** The bracket at the end of `[start, end)`, both brackets included, or null. */
export function bracketOf(text: string, { start, end }: Span): Span | null {
  const opening = [...text.slice(start, end).matchAll(OPENING)].at(-1);
  return opening === undefined ? null : { start: start + opening.index, end };
}

/** Names as printed → unit id: the full name, the name without its leading 市, and the aliases. */
export function unitIndex(units: readonly UnitRecord[]): Map<string, string> {
  const index = new Map<string, string>();
  for (const { id, nameZh, aliases } of units) {
    for (const name of [nameZh, nameZh.replace(/^市/, ''), ...aliases]) index.set(name, id);
  }
  return index;
}

/** Cuts at 、 and ， outside nested brackets. */
function listItems(text: string, { start, end }: Span): Span[] {
  const items: Span[] = [];
  let depth = 0;
  let from = start;
  for (let at = start; at < end; at++) {
    const c = text[at] ?? '';
    if ('（［'.includes(c)) depth++;
    else if ('）］'.includes(c)) depth--;
    else if (depth === 0 && '、，'.includes(c)) {
      items.push({ start: from, end: at });
      from = at + 1;
    }
  }
  return [...items, { start: from, end }];
}

/** A会B: the cut whose both sides are known; else the last 会 that leaves something on both sides. */
function jointCut(name: string, known: ReadonlyMap<string, string>): number | null {
  if (known.has(name)) return null;
  const cuts = [...name.matchAll(/会/g)].map((m) => m.index).filter((at) => at > 0 && at < name.length - 1);
  return cuts.find((at) => known.has(name.slice(0, at)) && known.has(name.slice(at + 1))) ?? cuts.at(-1) ?? null;
}

/** Units in the order of the bracket, with the offsets of the names as printed. Empty without a bracket. */
export function responsibleUnits(text: string, clause: Span, known: ReadonlyMap<string, string>): NamedUnit[] {
  const bracket = bracketOf(text, clause);
  if (bracket === null) return [];
  const inner = { start: text.indexOf('：', bracket.start) + 1, end: bracket.end - 1 };
  const units: NamedUnit[] = [];
  let joint = false;
  const add = (start: number, end: number) => {
    const name = text.slice(start, end);
    const role = joint ? 'joint' : units.length === 0 ? 'first' : 'listed';
    units.push({ unit: known.get(name) ?? null, role, name, start, end });
  };
  for (const { start, end } of listItems(text, inner)) {
    const cut = joint ? null : jointCut(text.slice(start, end), known);
    if (cut === null) {
      add(start, end);
    } else {
      add(start, start + cut);
      joint = true;
      add(start + cut + 1, end);
    }
  }
  return units;
}
