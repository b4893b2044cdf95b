/** The page around the map: language, look, what is under the pointer, what is said in short, how the map is. */
import { computed } from '@preact/signals';
import type { Theme } from '../domain/colours.ts';
import { messageOf } from '../domain/error-message.ts';
import type { Lang } from '../domain/format.ts';
import type { Bbox, Camera } from '../domain/position.ts';
import type { Address } from './address/keys.ts';
import type { Grouping, Sorting } from './grouping.ts';
import { type Held, held } from './held.ts';

/** What a phone shows of its bottom sheet. */
export type SheetHeight = 'peek' | 'half' | 'full';

export interface StateDefaults {
  /** Language and theme of the device, used where the address names none. */
  readonly lang: Lang;
  readonly theme: Theme;
}

/** What is in no address. */
interface PageSession {
  readonly deviceTheme: Theme;
  /** Of the window, CSS pixels. */
  readonly screen: { readonly width: number; readonly height: number };
  readonly hovered: { readonly id: string; readonly x: number; readonly y: number } | null;
  readonly sheet: SheetHeight;
  /** Short words for the user: what failed, what fell back. The last one shows and is announced. */
  readonly notice: string | null;
  /** The ground that the map shows, once it rests; `gridShown` where it is so near that the ground has ended. */
  readonly inView: { readonly bbox: Bbox; readonly zoom: number; readonly gridShown?: boolean } | null;
  readonly mapStatus: 'waiting' | 'ready' | 'no-webgl' | 'failed';
  /** How the list is arranged, also while the sheet is closed. */
  readonly grouping: Grouping;
  readonly sorting: Sorting;
  /** Whether single characters act as shortcuts. Speech input types by accident, so they can be turned off. */
  readonly characterKeys: boolean;
  /** Files that were dropped on the window and wait for the panel that opens them; empty where none do. */
  readonly dropped: readonly File[];
  /** The bar that measures is open. */
  readonly measuring: boolean;
  /** Address that a link was copied of, while what it does not bring stands beside it. */
  readonly linkCopied: string | null;
}

export function createPage(address: Held<Address>, defaults: StateDefaults) {
  const session = held<PageSession>({
    deviceTheme: defaults.theme,
    screen: { width: 1280, height: 800 },
    hovered: null,
    sheet: 'half',
    notice: null,
    inView: null,
    mapStatus: 'waiting',
    grouping: 'cluster',
    sorting: 'policy',
    characterKeys: true,
    dropped: [],
    measuring: false,
    linkCopied: null,
  });
  const chosenLang = address.part('lang');
  const chosenTheme = address.part('theme');
  const deviceTheme = session.part('deviceTheme');
  const actions = {
    setLang(lang: Lang) {
      address.change({ lang });
    },
    setTheme(theme: Theme | null) {
      address.change({ theme });
    },
    setDeviceTheme(theme: Theme) {
      session.change({ deviceTheme: theme });
    },
    setScreen(screen: PageSession['screen']) {
      session.change({ screen });
    },
    setRadii(radii: boolean) {
      address.change({ radii });
    },
    setCamera(map: Camera) {
      address.change({ map });
    },
    setBasemap(base: string | null) {
      address.change({ base });
    },
    /** Parts of the base map that show; null is all. */
    setLayers(layers: Address['layers']) {
      address.change({ layers });
    },
    hover(hovered: PageSession['hovered']) {
      session.change({ hovered });
    },
    setSheet(sheet: SheetHeight) {
      session.change({ sheet });
    },
    /** Says it to the user: words as they are, of an error its reason; null takes back what was said. */
    notify(what: unknown) {
      session.change({ notice: what === null || typeof what === 'string' ? what : messageOf(what) });
    },
    setInView(inView: NonNullable<PageSession['inView']>) {
      session.change({ inView });
    },
    setMapStatus(mapStatus: PageSession['mapStatus']) {
      session.change({ mapStatus });
    },
    arrangeList(how: Partial<Pick<PageSession, 'grouping' | 'sorting'>>) {
      session.change(how);
    },
    useCharacterKeys(characterKeys: boolean) {
      session.change({ characterKeys });
    },
    setMeasuring(measuring: boolean) {
      session.change({ measuring });
    },
    tellLink(linkCopied: string | null) {
      session.change({ linkCopied });
    },
    /** Files for the panel of own data; none when they have been taken. */
    dropFiles(dropped: readonly File[]) {
      session.change({ dropped });
    },
  };
  return {
    actions,
    signals: {
      lang: computed<Lang>(() => chosenLang.value ?? defaults.lang),
      theme: computed<Theme>(() => chosenTheme.value ?? deviceTheme.value),
      chosenTheme,
      deviceTheme,
      camera: address.part('map'),
      basemap: address.part('base'),
      layers: address.part('layers'),
      radii: address.part('radii'),
      screen: session.part('screen'),
      hovered: session.part('hovered'),
      sheet: session.part('sheet'),
      notice: session.part('notice'),
      inView: session.part('inView'),
      mapStatus: session.part('mapStatus'),
      grouping: session.part('grouping'),
      sorting: session.part('sorting'),
      characterKeys: session.part('characterKeys'),
      dropped: session.part('dropped'),
      measuring: session.part('measuring'),
      linkCopied: session.part('linkCopied'),
    },
  };
}
