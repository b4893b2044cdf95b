/** How panels reach state, language and the map without importing one another. */
import type { ReadonlySignal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Area, I18n } from '../i18n/index.ts';
import type { AppState } from './app-state.ts';

/** What panels may ask of the map. */
export interface MapPort {
  zoomIn(): void;
  zoomOut(): void;
  reset(): void;
  northUp(): void;
  /** Fits the sites that have a point; sites without one are passed over. */
  fitSites(ids: readonly string[]): void;
}

export interface App {
  readonly state: AppState;
  readonly i18n: ReadonlySignal<I18n>;
  readonly map: ReadonlySignal<MapPort | null>;
  /** True on a narrow screen, where panels share one bottom sheet. */
  readonly narrow: ReadonlySignal<boolean>;
  /** Data that comes on demand; calling again does nothing. */
  readonly need: {
    statistics(): void;
    search(): void;
    stations(): void;
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
