/** SVG as plain data: one tree, which the build writes as text and the page makes elements of. Pure but for the latter. */

export interface SvgNode {
  readonly tag: string;
  readonly attrs: Readonly<Record<string, string | number>>;
  readonly children: readonly (SvgNode | string)[];
}

export function node(tag: string, attrs: SvgNode['attrs'] = {}, children: readonly (SvgNode | string)[] = []): SvgNode {
  return { tag, attrs, children };
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);

/** The tree as text, for a page or a file. */
export function markup({ tag, attrs, children }: SvgNode): string {
  const said = Object.entries(attrs).map(([name, value]) => ` ${name}="${escaped(String(value))}"`);
  const inner = children.map((child) => (typeof child === 'string' ? escaped(child) : markup(child)));
  return inner.length === 0 ? `<${tag}${said.join('')}/>` : `<${tag}${said.join('')}>${inner.join('')}</${tag}>`;
}

const NAMESPACE = 'http://www.w3.org/2000/svg';

/** The tree as elements of the page. */
export function elementOf({ tag, attrs, children }: SvgNode): SVGElement {
  const element = document.createElementNS(NAMESPACE, tag);
  for (const [name, value] of Object.entries(attrs)) element.setAttribute(name, String(value));
  element.append(...children.map((child) => (typeof child === 'string' ? child : elementOf(child))));
  return element;
}

/** To a tenth of a pixel, as short as it can be written. */
export const px = (value: number): number => Math.round(value * 10) / 10;
