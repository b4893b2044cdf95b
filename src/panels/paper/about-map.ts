/** What stands around a picture of the map, in words: the same for an image and for a printed page. */

import { formatDistance } from '../../domain/format.ts';
import { isSetFiltered } from '../../domain/set-look.ts';
import { countRecords } from '../../domain/site.ts';
import type { I18n } from '../../i18n/index.ts';
import type { AppState } from '../../state/app-state.ts';
import type { ImportedSet } from '../../state/imports/imported-set.ts';
import { shownSets } from '../../state/imports/shown-sets.ts';
import type { MapPicture } from '../../state/map-port.ts';
import { today } from '../../state/today.ts';
import { questionWords } from '../plan/question-words.ts';
import { type LegendItem, legendOf } from './legend.ts';
import { filterWords, markWords, policyCite } from './meta.ts';
import { metresAtScale, metresPerPixel, type ScaleBar, scaleBar, scaleDenominator } from './scale.ts';

export interface AboutMap {
  readonly legend: readonly LegendItem[];
  readonly bar: ScaleBar;
  readonly barLabel: string;
  /** 1:N, rounded. */
  readonly denominator: number;
  /** How many are shown, under which filter, for which question, and how many have no point. */
  readonly shown: string;
  readonly datum: string;
  readonly version: string;
  readonly sources: string;
  readonly mark: string;
}

interface PaperMap {
  /** N of 1:N, where the picture is laid on paper at a chosen scale. */
  readonly denominator?: number | null;
  /** The picture looks at some sites alone: own sets and the question are not in it. */
  readonly focused?: boolean;
  /** Own sets that are in it, as they are drawn there; those that the map shows where absent. */
  readonly sets?: readonly ImportedSet[];
}

export function aboutMap(
  state: AppState,
  i18n: I18n,
  picture: Pick<MapPicture, 'ruler' | 'sites' | 'layers' | 'greyBase' | 'credits'>,
  maxBarPx: number,
  { denominator = null, focused = false, sets = focused ? [] : shownSets(state) }: PaperMap = {},
): AboutMap {
  const { t, date } = i18n;
  const perPixel = denominator === null ? metresPerPixel(picture) : metresAtScale(denominator);
  const bar = scaleBar(perPixel, maxBarPx);
  const { version } = state.base;
  const unplaced = countRecords(state.visibleSites.value.filter(({ position }) => position === null));
  const ask = focused ? null : state.plan.ask.value;
  const shown = [
    t('printShown', { n: picture.sites.size, filter: filterWords(state, [i18n]) }),
    // What is one's own is filtered by itself: a picture of 46 of 60 rows says by what.
    ...sets
      .filter(({ filter }) => isSetFiltered(filter))
      .map(({ look, filter }) => t('printSetFilter', { name: look.name, filter: filterWords(state, [i18n], filter) })),
    ...(ask === null ? [] : [t('printQuestion', { question: questionWords(i18n, state, ask) })]),
    ...(unplaced === 0 || focused ? [] : [t('printUnplaced', { n: unplaced })]),
  ].join(' · ');
  return {
    legend: legendOf(state, i18n, picture, sets),
    bar,
    barLabel: formatDistance(bar.metres, i18n.lang),
    denominator: denominator ?? scaleDenominator(perPixel),
    shown,
    datum: t('printDatum'),
    version: `${t('dataVersion', { version: version.data, date: date(version.date) })} · ${t('exportDate')} ${date(today())}`,
    sources: `${policyCite(state, [i18n])} · ${t('printMapSources')}: ${picture.credits.join(' · ')}`,
    mark: markWords(state, [i18n]),
  };
}
