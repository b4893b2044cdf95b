/** The register's YAML, edited in place: comments and order stay. */
import { type Document, isMap, isScalar, type Node, visit, type YAMLMap } from 'yaml';
import type { Source } from '../../src/domain/schema/parts.ts';

/** How the register is written: long lines stay long, short lists stay on one line. */
export const STYLE = { lineWidth: 0, flowCollectionPadding: false, singleQuote: true } as const;

/** Dates are quoted in the register: a year alone would be a number. */
export function setDate(map: YAMLMap, key: string, date: string | null): void {
  map.set(key, date);
  const node = map.get(key, true);
  if (isScalar(node) && date !== null) node.type = 'QUOTE_SINGLE';
}

/** Dates and codes of digits alone are quoted: they are texts. */
export function quoteDigits(node: Node): Node {
  visit(node, {
    Scalar(_, scalar) {
      if (typeof scalar.value === 'string' && /^\d[\d-]*$/.test(scalar.value)) scalar.type = 'QUOTE_SINGLE';
    },
  });
  return node;
}

/** Sets a top-level field where it stands, or puts it behind the last of those that come before it. */
export function placeField(document: Document, field: string, node: Node, before: ReadonlySet<string>): void {
  if (document.has(field) || !isMap(document.contents)) {
    document.set(field, node);
    return;
  }
  const { items } = document.contents;
  const at = Math.max(...items.map((pair, index) => (before.has(String(pair.key)) ? index : -1)));
  items.splice(at + 1, 0, document.createPair(field, node));
}

/** Lists a source under its key, unless that is there. */
export function addSource(document: Document, key: string, source: Source): void {
  if (document.hasIn(['sources', key])) return;
  const node = document.createNode(source);
  if (isMap(node) && source.date !== undefined) setDate(node, 'date', source.date);
  document.setIn(['sources', key], node);
}
