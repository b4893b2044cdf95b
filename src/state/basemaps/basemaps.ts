/**
 * Base maps that can be chosen: the deployer's and the user's own. Made with the first that is wanted, so that a page
 * without any carries nothing of it.
 */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { deviceBasemaps, deviceGreys, deviceStrengths, deviceTiandituKey } from '../../data/device/basemap-store.ts';
import type { KeptText } from '../../data/device/kept-text.ts';
import type { Device } from '../../data/device/storage.ts';
import { messageOf } from '../../domain/error-message.ts';
import { Basemap } from '../../domain/schema/basemap.ts';
import { parseAs } from '../../domain/schema/parse.ts';
import type { AppState } from '../app-state.ts';

/** Id of the base map whose file was there when the product was built. */
export const FILE_BASEMAP = 'file';
const FILE_NAME = 'basemap.pmtiles';
/** `npm run geo:basemap` puts the file beside the page; the build says whether it did. */
const BUILT_WITH_FILE = import.meta.env['LOCAL_BASEMAP'] === true;

export interface Basemaps {
  /** The deployer's first, in the config's order, then the user's own. */
  readonly list: ReadonlySignal<readonly Basemap[]>;
  /** Ids of those that the user may take away again. */
  readonly own: ReadonlySignal<ReadonlySet<string>>;
  /** What is wrong with the config's base maps, one sentence each. */
  readonly problems: readonly string[];
  /** Null where there is none of that id. */
  byId(id: string): Basemap | null;
  /** Keeps one of the user's own; one of the same id is replaced. False where the device does not keep it. */
  add(basemap: Basemap): boolean;
  remove(id: string): void;
  /** The user's own key for 天地图; it stays on the device. */
  readonly tiandituKey: ReadonlySignal<string | null>;
  /** Blanks around it are cut. False where the device does not keep it. */
  setTiandituKey(key: string | null): boolean;
  /** 0 to 1, as the user set it; else as it was made; null where neither says, and its kind does. */
  strengthOf(id: string): number | null;
  /** @param strength null is as it was made. */
  setStrength(id: string, strength: number | null): void;
  /** Whether it is drawn without colours. */
  isGrey(id: string): boolean;
  setGrey(id: string, grey: boolean): void;
}

/** @param config base maps as the config has them, each read on its own, so that a wrong one takes no other with it */
export function createBasemaps(config: readonly unknown[], device?: Device): Basemaps {
  const problems: string[] = [];
  const inBuild = BUILT_WITH_FILE
    ? [parseAs(Basemap, { id: FILE_BASEMAP, label: FILE_NAME, pmtiles: FILE_NAME }, FILE_NAME)]
    : [];
  const inConfig = config.flatMap((entry, at) => {
    try {
      return [parseAs(Basemap, entry, `config.json: basemaps.${at}`)];
    } catch (error) {
      problems.push(messageOf(error));
      return [];
    }
  });
  const offered = [...inBuild.filter(({ id }) => inConfig.every((entry) => entry.id !== id)), ...inConfig];
  const own = keptSignal(deviceBasemaps(device));
  const greys = keptSignal(deviceGreys(device));
  const strengths = keptSignal(deviceStrengths(device));
  const tiandituKey = keptSignal(deviceTiandituKey(device));
  const list = computed(() => {
    const taken = new Set(offered.map(({ id }) => id));
    return [...offered, ...own.value.value.filter(({ id }) => !taken.has(id))];
  });
  const byId = (id: string) => list.value.find((each) => each.id === id) ?? null;
  return {
    list,
    own: computed(() => new Set(own.value.value.map(({ id }) => id))),
    problems,
    byId,
    add: (basemap) => own.change([...own.value.peek().filter(({ id }) => id !== basemap.id), basemap]),
    remove(id) {
      own.change(own.value.peek().filter((each) => each.id !== id));
    },
    tiandituKey: tiandituKey.value,
    setTiandituKey: (key) => tiandituKey.change(key?.replace(/\s+/g, '') || null),
    strengthOf: (id) => strengths.value.value[id] ?? byId(id)?.strength ?? null,
    setStrength(id, strength) {
      const { [id]: _, ...others } = strengths.value.peek();
      strengths.change(strength === null ? others : { ...others, [id]: strength });
    },
    isGrey: (id) => greys.value.value.includes(id),
    setGrey(id, grey) {
      const others = greys.value.peek().filter((each) => each !== id);
      greys.change(grey ? [...others, id] : others);
    },
  };
}

/** A kept text as a signal, told of what other windows write. `change` is false where the device does not keep it. */
function keptSignal<T>(kept: KeptText<T>): { readonly value: ReadonlySignal<T>; change(next: T): boolean } {
  const value = signal(kept.read().value);
  kept.onChange(() => (value.value = kept.read().value));
  return {
    value,
    change(next) {
      value.value = next;
      return kept.write(next);
    },
  };
}

const made = new WeakMap<AppState['base'], Basemaps>();

/** The one of a page, for the map and for panels alike. */
export function basemapsOf({ base }: Pick<AppState, 'base'>): Basemaps {
  const known = made.get(base) ?? createBasemaps(base.config.basemaps);
  made.set(base, known);
  return known;
}
