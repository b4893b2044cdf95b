/**
 * A filter or an emphasis shows in the very next frame: sites that leave or pale do so by the state of their features,
 * and what their tiles hold follows behind that frame.
 */
import type { MapLibreMap } from 'maplibre-gl';
import { STYLING } from './base-style.ts';
import { LEVEL, LEVELLED, LEVELS, type Level } from './layers/levels.ts';
import type { Scene, SceneSite } from './scene.ts';

const levelOf = (site: SceneSite | undefined): Level =>
  site === undefined ? LEVELS.gone : site.dimmed ? LEVELS.dimmed : LEVELS.full;

export interface QuickChange {
  /** Of the sites that the tiles hold, those that are shown otherwise now. */
  readonly levels: ReadonlyMap<string, Level>;
  /** Whether there are sites that the tiles do not hold, or hold otherwise than in their strength. */
  readonly owes: boolean;
}

/** @param held what the tiles were last made of @param told sites of which something was said before */
export function quickChange(
  held: readonly SceneSite[],
  next: readonly SceneSite[],
  told: Iterable<string> = [],
): QuickChange {
  const [before, after] = [byId(held), byId(next)];
  const changed = held.filter((site) => levelOf(site) !== levelOf(after.get(site.id)));
  const ids = new Set([...told, ...changed.map(({ id }) => id)]);
  return {
    levels: new Map([...ids].map((id) => [id, levelOf(after.get(id))])),
    owes: next.some((site) => textOf(before.get(site.id)) !== textOf(site)),
  };
}

/** Whether the sites are others or shown otherwise, and how all is drawn stays. */
export function isQuick(before: Scene, next: Scene): boolean {
  const isSame = ([...STYLING, 'base', 'selectedId'] as const).every((key) => next[key] === before[key]);
  return isSame && next.sites !== before.sites;
}

const textOf = (site: SceneSite | undefined): string => JSON.stringify({ ...site, dimmed: false });
const byId = (sites: readonly SceneSite[]) => new Map(sites.map((site) => [site.id, site]));

export class QuickSites {
  readonly #map: MapLibreMap;
  readonly #upload: () => void;
  #held: readonly SceneSite[] = [];
  readonly #told = new Set<string>();
  /** The tiles are still to be made of what was shown last. */
  #waits = false;
  /** All of the change is in what is said beside the tiles. */
  #isWhole = false;

  /** `upload` brings the tiles up to date. */
  constructor(map: MapLibreMap, upload: () => void) {
    this.#map = map;
    this.#upload = upload;
    map.on('render', () => this.#settle());
  }

  /** The tiles are being made of these. */
  uploaded(sites: readonly SceneSite[]): void {
    this.#held = sites;
    this.#waits = false;
  }

  /** Shows in the next frame what it can, and has the rest uploaded behind it. */
  show(sites: readonly SceneSite[]): void {
    const { levels, owes } = quickChange(this.#held, sites, this.#told);
    for (const [id, level] of levels) {
      this.#told.add(id);
      for (const source of LEVELLED) this.#map.setFeatureState({ source, id }, { [LEVEL]: level });
    }
    this.#waits = true;
    this.#isWhole = !owes;
    this.#map.once('render', this.#upload);
    this.#map.triggerRepaint();
  }

  /** Whether the frame that was just drawn shows the sites as they were last given. */
  get isShown(): boolean {
    return this.#isWhole || (!this.#waits && this.#map.isSourceLoaded('sites'));
  }

  /** Once the tiles say the same, nothing needs to be said beside them. */
  #settle(): void {
    const isTelling = this.#isWhole || this.#told.size > 0;
    if (this.#waits || !isTelling || !LEVELLED.every((source) => this.#map.isSourceLoaded(source))) return;
    this.#isWhole = false;
    this.#told.clear();
    for (const source of LEVELLED) this.#map.removeFeatureState({ source });
  }
}
