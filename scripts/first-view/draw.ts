/** The first view of a folder of generated data. */
import { firstView } from '../../src/map/svg/first-view.ts';
import { markup } from '../../src/map/svg/node.ts';
import { inThemes } from '../../src/map/svg/themed.ts';
import { previewCard } from './card.ts';
import { FIRST_LANG, firstScenes, folderSource, spokenIn } from './first-state.ts';
import { MAP_PLACE, servedPanels } from './panels.tsx';

/** What the build writes into the page, and beside it. */
export interface Drawn {
  /** What stands in the frame: the panels, and the city as SVG in the place of the map; in both themes. */
  readonly frame: string;
  /** The style sheet that gives them the colours of either. */
  readonly style: string;
  /** SVG of the card that links show, and the product's name on it. */
  readonly card: string;
  readonly title: string;
}

/** @param folder of generated data */
export async function drawFirstView(folder: string): Promise<Drawn> {
  const [i18n, english] = [await spokenIn(FIRST_LANG), await spokenIn('en')];
  const { base, data, scenes } = await firstScenes(folderSource(folder), i18n);
  const [light, dark] = [scenes.light, scenes.dark].map((scene) => firstView(scene, data, i18n.t('mapLabel')));
  if (light === undefined || dark === undefined) throw new Error('there are two themes');
  const { picture, style } = inThemes(light, dark, '.first-view');
  const card = previewCard({ scene: scenes.light, data, clusters: base.policy.clusters }, i18n, english);
  const title = [i18n, english].map(({ t }) => t('appTitle')).join(' · ');
  const panels = await servedPanels(base, i18n);
  const map = `<div class="first-view">${markup(picture)}</div>`;
  const frame = panels.wide.replace(MAP_PLACE, () => map) + panels.sheet;
  return { frame, style: `${style}\n${panels.style}`, card: markup(card), title };
}
