/** The app as panels see it: how they reach state, language and the map without importing one another. */
import type { ReadonlySignal } from '@preact/signals';
import { createContext, createRef, type RefObject } from 'preact';
import { useContext } from 'preact/hooks';
import type { PackageLicences } from '../domain/schema/licence.ts';
import type { Area, I18n } from '../i18n/index.ts';
import type { AppState } from './app-state.ts';
import type { MapPort } from './map-port.ts';

/** The parts of the page that take the focus from elsewhere: whoever draws one puts it there. */
export interface Places {
  readonly list: RefObject<HTMLElement | null>;
  /** Beside the map: what is chosen, or the start page. */
  readonly panel: RefObject<HTMLElement | null>;
  readonly wide: RefObject<HTMLElement | null>;
  /** The first tool of the bar over the map; none in a mode without tools. */
  readonly tools: RefObject<HTMLButtonElement | null>;
}

export const createPlaces = (): Places => ({
  list: createRef(),
  panel: createRef(),
  wide: createRef(),
  tools: createRef(),
});

export interface App {
  readonly state: AppState;
  readonly i18n: ReadonlySignal<I18n>;
  readonly map: ReadonlySignal<MapPort | null>;
  /** True on a narrow screen, where panels share one bottom sheet. */
  readonly narrow: ReadonlySignal<boolean>;
  readonly places: Places;
  /** The whole address that the page was opened with. */
  readonly opened: string;
  /** Data that comes on demand; calling again does nothing. */
  readonly need: {
    statistics(): void;
    search(): void;
    stations(): void;
    /** Outlines of the register's sites; `state.outlines` holds them then. */
    outlines(): void;
    /** What answers the question of the address; `state.plan.answers` holds it then. */
    answers(): void;
    /** What shades the districts; `state.plan.shadeView` is computed with it. */
    shading(): void;
    /** The investor's finder: words, distances, draws; `state.invest.ranking` holds what it finds. */
    finder(): void;
    /** The tours and what plays; `state.present.presentation` holds them then. */
    presentation(): void;
    offers(): void;
    /** The user's shortlist, from this device; `state.invest.list` holds it then. */
    shortlist(): void;
    /** The user's imported sets, from this device; `state.imports` holds them then. */
    imports(): void;
    /** The user's remarks and sketches, from this device; `state.sketches` holds them then. */
    sketches(): void;
    /** Licences of the code that ships; rejects where they cannot be read. */
    licences(): Promise<PackageLicences>;
    /** Words of an area; `i18n.has(area)` tells when they are there. */
    words(area: Area): void;
  };
}

const Context = createContext<App | null>(null);
export const AppProvider = Context.Provider;

export function useApp(): App {
  const app = useContext(Context);
  if (app === null) throw new Error('useApp outside AppProvider');
  return app;
}
