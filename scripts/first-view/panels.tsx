/**
 * Head, legend, list and start panel as the page is served with them: the product's own panels, rendered while building
 * for a device that asks for nothing of its own. What a script would do they cannot yet; their sites are links.
 */
import { signal } from '@preact/signals';
import { type ComponentChildren, h, options, type VNode } from 'preact';
import { renderToStaticMarkup } from 'preact-render-to-string';
import type { Base } from '../../src/domain/base.ts';
import type { Theme } from '../../src/domain/colours.ts';
import type { I18n } from '../../src/i18n/index.ts';
import { AppView, preloadFrame } from '../../src/panels/frame/app-view.tsx';
import { MODES, preloadPlan } from '../../src/panels/frame/modes.ts';
import { parseAddress } from '../../src/state/address/address.ts';
import { type App, AppProvider, createPlaces } from '../../src/state/app.ts';
import { createAppState } from '../../src/state/app-state.ts';
import { markupInThemes } from './markup-in-themes.ts';

/** Markup, and the style sheet that gives it the colours of either theme. */
export interface ServedPanels {
  /** The frame of a wide screen, without its own element; the place of the map is `MAP_PLACE`. */
  readonly wide: string;
  /** The sheet of a narrow one. */
  readonly sheet: string;
  readonly style: string;
}

/** As the frame has it. */
export const MAP_PLACE = '<div class="map"></div>';

/** @param i18n with the words of every panel */
export async function servedPanels(base: Base, i18n: I18n): Promise<ServedPanels> {
  await Promise.all([preloadFrame(true), preloadPlan()]);
  const both = (['light', 'dark'] as const).map((theme) => {
    const wide = within(rendered(base, i18n, theme, false), /^<div class="frame[^"]*">(.*)<\/div>$/s);
    // Both have the start panel: what names one of its parts names the first.
    const sheet = within(rendered(base, i18n, theme, true), /(<aside class="sheet.*<\/aside>)/s).replaceAll(
      /<(section|div)([^>]*) id="[^"]*"/g,
      '<$1$2',
    );
    return `${wide}${BETWEEN}${sheet}`;
  });
  const [light = '', dark = ''] = both;
  const { markup, style } = markupInThemes(light, dark, '.is-served');
  const [wide = '', sheet = ''] = onceDrawn(markup.replace(CLOSED, '$1</details>')).split(BETWEEN);
  if (!wide.includes(MAP_PLACE)) throw new Error('the frame has no place for the map');
  return { wide, sheet, style };
}

const BETWEEN = '<hr>';
/** What is folded up is not seen. */
const CLOSED = /(<details class="[^"]*"><summary>.*?<\/summary>).*?<\/details>/gs;

/** A sign that stands many times is drawn once, and named elsewhere. */
function onceDrawn(markup: string): string {
  const DRAWN = /(<svg\b[^>]*>)(.*?)(?=<\/svg>)/gs;
  const times = new Map<string, number>();
  for (const [, , shapes = ''] of markup.matchAll(DRAWN)) times.set(shapes, (times.get(shapes) ?? 0) + 1);
  const ids = new Map<string, string>();
  return markup.replace(DRAWN, (one, svg: string, shapes: string) => {
    if (times.get(shapes) === 1) return one;
    const id = ids.get(shapes);
    if (id !== undefined) return `${svg}<use href="#${id}"/>`;
    ids.set(shapes, `sign-${ids.size}`);
    return `${svg}<g id="sign-${ids.size - 1}">${shapes}</g>`;
  });
}

function rendered(base: Base, i18n: I18n, theme: Theme, narrow: boolean): string {
  const state = createAppState(base, parseAddress(''), { lang: i18n.lang, theme });
  const nothing = () => undefined;
  const app: App = {
    state,
    i18n: signal(i18n),
    map: signal(null),
    places: createPlaces(),
    opened: '',
    narrow: signal(narrow),
    need: {
      statistics: nothing,
      search: nothing,
      stations: nothing,
      outlines: nothing,
      answers: nothing,
      shading: nothing,
      finder: nothing,
      presentation: nothing,
      offers: nothing,
      shortlist: nothing,
      imports: nothing,
      sketches: nothing,
      licences: () => Promise.resolve([]),
      words: nothing,
    },
  };
  return withLinks(() =>
    renderToStaticMarkup(h(AppProvider, { value: app }, <AppView modes={MODES} onMapElement={nothing} />)),
  );
}

/** Rows of sites, which are buttons of the app, become what needs none: links to its address. */
function withLinks(render: () => string): string {
  const before = options.vnode;
  options.vnode = (
    vnode: VNode<{ 'data-site'?: string; href?: string; type?: string; children?: ComponentChildren }>,
  ) => {
    const { type, props } = vnode;
    if (type === 'button' && props['data-site'] !== undefined) {
      vnode.type = 'a';
      props.href = `#site=${props['data-site']}`;
      delete props.type;
    }
    before?.(vnode);
  };
  try {
    return render();
  } finally {
    options.vnode = before;
  }
}

function within(markup: string, pattern: RegExp): string {
  const [, found] = pattern.exec(markup) ?? [];
  if (found === undefined) throw new Error(`the panels have no ${pattern.source}`);
  return found;
}
