/** A capabilities document as a tree: small enough to hold whole, unlike files that people import. */
import { attribute, XmlStream } from '../import/readers/xml-stream.ts';

export interface XmlNode {
  /** Without its prefix. */
  readonly name: string;
  /** Value of an attribute, whatever its prefix. */
  attribute(name: string): string | null;
  readonly children: readonly XmlNode[];
  /** Its own text, trimmed. */
  readonly text: string;
}

interface Growing {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlNode[];
  text: string;
}

/**
 * WMS 1.1.1 begins with a document type, which our reader refuses in files of strangers: it is cut off, with every
 * entity that it could define.
 */
const DOCTYPE = /<!DOCTYPE[^[>]*(\[[^\]]*\])?\s*>/i;

/** @throws ImportError where the text is no XML */
export function xmlTree(text: string): XmlNode {
  const top: Growing = { name: '', attributes: {}, children: [], text: '' };
  const open = [top];
  const stream = new XmlStream({
    open(name, attributes) {
      open.push({ name, attributes: { ...attributes }, children: [], text: '' });
    },
    close() {
      const done = open.pop();
      if (done !== undefined) open.at(-1)?.children.push(nodeOf(done));
    },
    text(part) {
      const now = open.at(-1);
      if (now !== undefined) now.text += part;
    },
  });
  stream.push(text.replace(/^\uFEFF/, '').replace(DOCTYPE, ''));
  stream.end();
  return top.children[0] ?? nodeOf(top);
}

function nodeOf({ name, attributes, children, text }: Growing): XmlNode {
  return { name, attribute: (wanted) => attribute(attributes, wanted), children, text: text.trim() };
}

export const childrenOf = (node: XmlNode | null, name: string): readonly XmlNode[] =>
  node?.children.filter((child) => child.name === name) ?? [];

/** The first that a path of names leads to; null where there is none. */
export function childAt(node: XmlNode | null, ...path: readonly string[]): XmlNode | null {
  return path.reduce<XmlNode | null>((at, name) => at?.children.find((child) => child.name === name) ?? null, node);
}

export const textAt = (node: XmlNode | null, ...path: readonly string[]): string => childAt(node, ...path)?.text ?? '';
