/** What the page's head tells whoever shows a link to it: the card, at the address that the deployer says the page has. */
import type { HtmlTagDescriptor } from 'vite';

/** What places that show links ask for, px. */
export const CARD = { width: 1200, height: 630 };

/**
 * Where the page will be, from the environment variable SITE_URL.
 *
 * @returns the address of its folder, with a slash at its end; null where it is not said
 * @throws {Error} where it is no address that others could follow
 */
export function siteUrl(said: string | undefined): string | null {
  if (said === undefined || said.trim() === '') return null;
  const url = URL.canParse(said.trim()) ? new URL(said.trim()) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || url.search !== '' || url.hash !== '')
    throw new Error(`SITE_URL is "${said}": give the whole address of the page's folder, as https://example.cn/map/`);
  return url.href.replace(/\/*$/, '/');
}

/** In both languages. */
export interface CardWords {
  readonly title: string;
  readonly description: string;
}

/** @param card where the page will be, and the card's file in its folder; null where nobody said */
export function cardTags(
  words: CardWords,
  card: { readonly site: string; readonly file: string } | null,
): HtmlTagDescriptor[] {
  const said = {
    'og:type': 'website',
    'og:title': words.title,
    'og:description': words.description,
    'og:locale': 'zh_CN',
    'og:locale:alternate': 'en_GB',
    ...(card === null ? {} : addresses(words, `${card.site}${card.file}`, card.site)),
  };
  return Object.entries(said).map(([property, content]) => ({
    tag: 'meta',
    attrs: { [property.startsWith('twitter:') ? 'name' : 'property']: property, content },
    injectTo: 'head',
  }));
}

const addresses = ({ title }: CardWords, image: string, site: string): Record<string, string> => ({
  'og:url': site,
  'og:image': image,
  'og:image:type': 'image/png',
  'og:image:width': String(CARD.width),
  'og:image:height': String(CARD.height),
  'og:image:alt': title,
  'twitter:card': 'summary_large_image',
  'twitter:image': image,
});
