/** One markup for both themes, as `src/map/svg/themed.ts` makes one picture: what differs is a property or shown in one. */

/** Colours that an attribute gives, which may as well name a property. */
const COLOUR = /(?<=\b(?:fill|stroke)=")#[0-9a-f]{3,8}(?=")/gi;
/** What is there to change the theme is another button in either. */
const THEME_BUTTON = /<button\b[^>]*\bclass="icon-button"[^>]*>.*?<\/button>/gs;

/**
 * @param light with `dark` the same markup but for its colours and its icon buttons
 * @returns CSS has the light values for `selector`, the dark ones under `[data-theme="dark"]`; of buttons that differ both
 *   stand there, of the classes `in-light` and `in-dark`
 * @throws {Error} where they differ in more than that
 */
export function markupInThemes(light: string, dark: string, selector: string): { markup: string; style: string } {
  const buttons = dark.match(THEME_BUTTON) ?? [];
  const markup = light.replace(THEME_BUTTON, (one) => {
    const other = buttons.shift() ?? one;
    return one === other ? one : `${only(one, 'light')}${only(other, 'dark')}`;
  });
  const others = light.match(THEME_BUTTON) ?? [];
  const darkened = dark.replace(THEME_BUTTON, () => others.shift() ?? '');
  const colours = new Map<string, { readonly name: string; readonly values: readonly [string, string] }>();
  const pairs = [light.match(COLOUR) ?? [], darkened.match(COLOUR) ?? []] as const;
  if (light.replace(COLOUR, '') !== darkened.replace(COLOUR, '')) throw new Error(differing(light, darkened));
  let at = 0;
  const themed = markup.replace(COLOUR, () => {
    const values = [pairs[0][at] ?? '', pairs[1][at] ?? ''] as const;
    at += 1;
    if (values[0] === values[1]) return values[0];
    const key = values.join(' ');
    const pair = colours.get(key) ?? { name: `--m${colours.size}`, values };
    colours.set(key, pair);
    return `var(${pair.name})`;
  });
  const rule = (theme: 0 | 1): string =>
    [...colours.values()].map(({ name, values }) => `${name}:${values[theme]}`).join(';');
  return { markup: themed, style: `${selector}{${rule(0)}}[data-theme="dark"] ${selector}{${rule(1)}}` };
}

const only = (button: string, theme: string): string =>
  button.replace('class="icon-button"', `class="icon-button in-${theme}"`);

function differing(light: string, dark: string): string {
  const at = [...light.replace(COLOUR, '')].findIndex((char, i) => dark.replace(COLOUR, '')[i] !== char);
  return `the themes differ: ${light.replace(COLOUR, '').slice(Math.max(0, at - 60), at + 60)}`;
}
