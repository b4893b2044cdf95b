/** The town of what states none, as areas of towns find it, and how surely. */
import { useEffect } from 'preact/hooks';
import type { CountedSet, FoundTown } from '../../analysis/counted-set.ts';
import type { TownAreas } from '../../analysis/town-areas.ts';
import type { I18n } from '../../i18n/index.ts';
import { useApp } from '../../state/app.ts';
import { shownTowns, townsFound } from '../../state/plan/town-areas.ts';
import { Rows } from '../../ui/pieces.tsx';
import { townNames } from './phrases.ts';

/** The areas, which are asked for here; null until they are there, and where this build has none. */
export function useTowns(): TownAreas | null {
  const { state, need } = useApp();
  useEffect(() => {
    if (state.plan.answers.peek() === null) need.answers();
  }, []);
  return shownTowns(state);
}

/** Codes of what was found, as text; null where nothing was. */
export const foundCodes = (found: FoundTown | null): string | null =>
  found === null ? null : (found.certain ? [found.counted] : found.possible).join(' ');

/** How well the areas are known, and of when they are. */
export const townAreaParams = ({ t, date }: I18n, { accuracyM, day }: TownAreas) => ({
  m: accuracyM,
  day: day === null ? t('dateNotStated') : date(day),
});

interface Props {
  readonly counted: CountedSet;
  readonly row: number;
}

export default function TownByArea({ counted, row }: Props) {
  const { state, i18n } = useApp();
  const towns = useTowns();
  const found = towns === null ? null : (townsFound(counted, towns).townFound?.(row) ?? null);
  if (towns === null || found === null) return null;
  const [town = '', ...others] = townNames(i18n.value, state.things.value.town, found.possible.map(String));
  const params = townAreaParams(i18n.value, towns);
  const value =
    others.length === 0
      ? i18n.value.t(found.certain ? 'townByAreaSure' : 'townByAreaDistrict', { town, ...params })
      : i18n.value.t('townByAreaOpen', { town, others: i18n.value.list(others), ...params });
  return <Rows rows={[{ label: i18n.value.t('townByArea'), value }]} />;
}
