/** Prints the first view as SVG: `tsx scripts/first-view/draw.ts FOLDER`, a folder of generated data. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadBase } from '../../src/data/load.ts';
import { loadContext } from '../../src/data/load-context.ts';
import type { ByteSource } from '../../src/data/source.ts';
import { AREAS } from '../../src/i18n/areas.ts';
import { createI18n, loadMessages } from '../../src/i18n/index.ts';
import { CONTEXT_NAMES } from '../../src/map/layers/index.ts';
import type { MapData } from '../../src/map/scene.ts';
import { sceneOf } from '../../src/map/scene-of-state.ts';
import { firstView } from '../../src/map/svg/first-view.ts';
import { markup } from '../../src/map/svg/node.ts';
import { parseAddress } from '../../src/state/address/address.ts';
import { createAppState } from '../../src/state/app-state.ts';

/** What the product shows to a device that asks for nothing else. */
const LANG = 'zh-Hans';
const NO_PADDING = { top: 0, right: 0, bottom: 0, left: 0 };

/** @param folder of generated data; OpenStreetMap's tiles are left out, which begin nearer */
export async function drawFirstView(folder: string): Promise<string> {
  const source: ByteSource = {
    text: (file) => readFile(join(folder, file), 'utf8'),
    range: () => Promise.reject(new Error('no tiles are drawn')),
    has: () => false,
    config: () => Promise.resolve(null),
    licences: () => Promise.resolve(null),
  };
  const [base, messages] = await Promise.all([loadBase(source), loadMessages(LANG)]);
  const i18n = createI18n({ lang: LANG, areas: new Set(AREAS), messages, conversion: {} });
  const state = createAppState(base, parseAddress(''), { lang: LANG, theme: 'light' });
  const data: MapData = {};
  for (const name of CONTEXT_NAMES) data[name] = await loadContext(source, `${name}.geojson`);
  return markup(firstView(sceneOf(state, i18n, NO_PADDING, true), data, i18n.t('mapLabel')));
}

const [folder] = process.argv.slice(2);
if (folder !== undefined) process.stdout.write(await drawFirstView(folder));
