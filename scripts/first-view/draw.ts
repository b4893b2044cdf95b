/** The first view of a folder of generated data. */
import { firstView } from '../../src/map/svg/first-view.ts';
import { markup } from '../../src/map/svg/node.ts';
import { inThemes } from '../../src/map/svg/themed.ts';
import { previewCard } from './card.ts';
import { FIRST_LANG, firstScenes, folderSource, spokenIn } from './first-state.ts';

/** What the build writes into the page, and beside it. */
export interface Drawn {
  /** SVG of the city, in both themes. */
  readonly picture: string;
  /** The style sheet that gives it the colours of either. */
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
  return { picture: markup(picture), style, card: markup(card), title };
}
