/** One picture for both themes: what differs between them is a custom property, which a style sheet gives by theme. Pure. */
import { node, type SvgNode } from './node.ts';

/** Attributes that a style sheet may give as well, and that may therefore name a property. */
const STYLED = new Set(['fill', 'stroke', 'fill-opacity', 'stroke-opacity', 'stroke-width', 'opacity']);
/** Ids and what names them: the theme is a part of some, and one of the two is as good as the other. */
const NAMES = new Set(['id', 'href']);

export interface Themed {
  readonly picture: SvgNode;
  /** CSS: the light values for `selector`, the dark ones under `[data-theme="dark"]`. */
  readonly style: string;
}

/**
 * @param light with `dark` the same picture but for its colours
 * @throws {Error} where they differ in more than that
 */
export function inThemes(light: SvgNode, dark: SvgNode, selector: string): Themed {
  const pairs = new Map<string, { readonly name: string; readonly values: readonly [string, string] }>();
  const property = (values: readonly [string, string]): string => {
    const key = values.join(' ');
    const pair = pairs.get(key) ?? { name: `--p${pairs.size}`, values };
    pairs.set(key, pair);
    return `var(${pair.name})`;
  };
  const picture = merged(light, dark, property);
  const rule = (theme: 0 | 1): string =>
    [...pairs.values()].map(({ name, values }) => `${name}:${values[theme]}`).join(';');
  return { picture, style: `${selector}{${rule(0)}}[data-theme="dark"] ${selector}{${rule(1)}}` };
}

function merged(light: SvgNode, dark: SvgNode, property: (values: readonly [string, string]) => string): SvgNode {
  const attrs: Record<string, string | number> = { ...light.attrs };
  for (const [name, value] of Object.entries(light.attrs)) {
    const other = dark.attrs[name];
    if (other === value || NAMES.has(name)) continue;
    if (other === undefined || !STYLED.has(name)) throw differing(light, `${name}: ${value}, ${other}`);
    attrs[name] = property([String(value), String(other)]);
  }
  const same = Object.keys(dark.attrs).every((name) => name in light.attrs);
  if (!same || light.tag !== dark.tag || light.children.length !== dark.children.length)
    throw differing(light, `and ${dark.tag} with ${dark.children.length} parts`);
  return node(
    light.tag,
    attrs,
    light.children.map((child, i) => {
      const other = dark.children[i];
      if (typeof child !== 'string' && typeof other === 'object') return merged(child, other, property);
      if (child !== other) throw differing(light, 'its text');
      return child;
    }),
  );
}

const differing = ({ tag }: SvgNode, what: string): Error => new Error(`<${tag}> differs between the themes: ${what}`);
