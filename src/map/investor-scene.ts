/** State → what the finder shows on the map: the ranks of the parks, and how far the chosen one is from what. */
import type { MeasuredTo, RankedCandidate } from '../analysis/invest/types.ts';
import type { I18n } from '../i18n/index.ts';
import type { AppState } from '../state/app-state.ts';
import type { Scene, SceneSite } from './scene.ts';

/** So many at the head of the list are lit; all of them where more share the first place. */
const LIT = 3;

const NONE: ReadonlyMap<string, NonNullable<SceneSite['ranked']>> = new Map();
const known = new WeakMap<readonly RankedCandidate[], typeof NONE>();

/** Ranks by site, of the list of parks: a zone has a number in a list of its own, which would stand beside the same one. */
export function ranksOf({ mode, invest }: AppState): typeof NONE {
  const candidates = mode.value === 'invest' ? invest.ranking.value?.candidates : undefined;
  if (candidates === undefined) return NONE;
  const ranks =
    known.get(candidates) ??
    new Map(
      candidates.flatMap(({ site, scope, rank, tiedFirst }) =>
        rank === null || scope === 'wide'
          ? []
          : [[site.id, { rank, no: tiedFirst ? '=1' : String(rank), lit: rank <= LIT }] as const],
      ),
    );
  known.set(candidates, ranks);
  return ranks;
}

const NO_LINES: NonNullable<Scene['measured']> = [];
const lines = new WeakMap<readonly MeasuredTo[], { readonly lang: I18n['lang']; readonly list: typeof NO_LINES }>();

/** From the chosen candidate to each thing that it is measured to, with its name and the distance as a range. */
export function measuredIn({ mode, invest }: AppState, i18n: I18n): typeof NO_LINES {
  const measured = mode.value === 'invest' ? invest.measured.value : [];
  if (measured.length === 0) return NO_LINES;
  const before = lines.get(measured);
  if (before?.lang === i18n.lang) return before.list;
  const list = measured.map(({ from, to, min, max, nearest }) => ({
    ...{ from, to },
    label: [nearest === null ? '' : i18n.name(nearest), i18n.distance(min, max)]
      .filter((part) => part !== '')
      .join(' '),
  }));
  lines.set(measured, { lang: i18n.lang, list });
  return list;
}
