/** What the product shows to a device that asks for nothing of its own, worked out while building. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadBase } from '../../src/data/load.ts';
import { loadContext } from '../../src/data/load-context.ts';
import type { ByteSource } from '../../src/data/source.ts';
import type { Base } from '../../src/domain/base.ts';
import type { Theme } from '../../src/domain/colours.ts';
import type { Lang } from '../../src/domain/format.ts';
import { AREAS } from '../../src/i18n/areas.ts';
import { createI18n, type I18n, loadMessages } from '../../src/i18n/index.ts';
import { CONTEXT_NAMES } from '../../src/map/layers/index.ts';
import type { MapData, Scene } from '../../src/map/scene.ts';
import { sceneOf } from '../../src/map/scene-of-state.ts';
import { parseAddress } from '../../src/state/address/address.ts';
import { createAppState } from '../../src/state/app-state.ts';

/** The language of the first view. */
export const FIRST_LANG = 'zh-Hans';
const NO_PADDING = { top: 0, right: 0, bottom: 0, left: 0 };

/** A folder of generated data. OpenStreetMap's tiles are left out, which begin nearer. */
export function folderSource(folder: string): ByteSource {
  return {
    text: (file) => readFile(join(folder, file), 'utf8'),
    range: () => Promise.reject(new Error('no tiles are drawn')),
    has: () => false,
    config: () => Promise.resolve(null),
    tour: () => Promise.resolve(null),
    licences: () => Promise.resolve(null),
  };
}

/** Simplified Chinese or English with all its words; the traditional form needs a table that is not read here. */
export async function spokenIn(lang: Exclude<Lang, 'zh-Hant'>): Promise<I18n> {
  return createI18n({ lang, areas: new Set(AREAS), messages: await loadMessages(lang), conversion: {} });
}

export interface FirstScenes {
  readonly base: Base;
  readonly data: MapData;
  readonly scenes: Readonly<Record<Theme, Scene>>;
}

export async function firstScenes(source: ByteSource, i18n: I18n): Promise<FirstScenes> {
  const base = await loadBase(source);
  const data: MapData = {};
  for (const name of CONTEXT_NAMES) data[name] = await loadContext(source, `${name}.geojson`);
  const scene = (theme: Theme): Scene =>
    sceneOf(createAppState(base, parseAddress(''), { lang: i18n.lang, theme }), i18n, NO_PADDING, true);
  return { base, data, scenes: { light: scene('light'), dark: scene('dark') } };
}
