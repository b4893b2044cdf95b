/** The figures that a stop can show: those that there are, each by reference. Pure. */
import type { Bilingual } from '../../../domain/schema/parts.ts';
import type { Statistics } from '../../../domain/schema/statistics.ts';
import type { Things } from '../../../domain/things.ts';
import type { FigureRef, TourStop } from '../../../domain/tour-schema.ts';
import { CLUSTER_IDS, DISTRICT_IDS } from '../../../domain/vocabulary.ts';
import type { I18n } from '../../../i18n/index.ts';
import { thingName } from '../../shared/things.ts';
import type { NamedSet } from './chart-options.ts';

export interface FigureOption {
  /** The reference as text, as a list of options needs it. */
  readonly key: string;
  readonly ref: FigureRef;
  readonly label: string;
}

export interface FigureGroup {
  /** In the language of the interface; no two groups have the same. */
  readonly label: string;
  readonly options: readonly FigureOption[];
}

export const figureKey = (ref: FigureRef): string => JSON.stringify(Object.entries(ref).sort());

const option = (ref: FigureRef, label: string): FigureOption => ({ key: figureKey(ref), ref, label });

/** Groups without a figure are left out. */
export function figureGroups(
  things: Things,
  statistics: Statistics | null,
  { show }: Pick<TourStop, 'show'>,
  i18n: I18n,
  sets: readonly NamedSet[] = [],
): FigureGroup[] {
  const { t, text } = i18n;
  const clusterName = (id: string) => thingName(things, i18n, { entity: 'cluster', id });
  const count = (of: Extract<FigureRef, { from: 'count' }>['of'], id: string, label: string) =>
    option({ from: 'count', of, id, within: null }, `${t('stopFigureCounts')} · ${label}`);
  const groups: FigureGroup[] = [
    {
      label: t('stopFigureTargets'),
      options: CLUSTER_IDS.map((id) =>
        option({ from: 'target', id }, `${t('stopFigureTargets')} · ${clusterName(id)}`),
      ),
    },
    {
      label: t('stopFigureCounts'),
      options: [
        count('all', '', t('all')),
        ...CLUSTER_IDS.map((id) => count('cluster', id, clusterName(id))),
        ...DISTRICT_IDS.map((id) => count('district', id, t(`district.${id}`))),
      ],
    },
    ...statisticGroups(statistics, things, i18n),
    {
      label: t('stopChartSets'),
      options: sets.map(({ id, name }) => option({ from: 'set', id }, t('stopFigureRows', { name }))),
    },
    { label: t('stopFigureSite'), options: siteOptions(things, show.selection, text) },
    {
      label: t('stopFigureClause'),
      options: show.clause === null ? [] : [option({ from: 'units', id: show.clause }, t('stopFigureUnits'))],
    },
  ];
  return groups.filter(({ options }) => options.length > 0);
}

function siteOptions(
  things: Things,
  selection: TourStop['show']['selection'],
  text: (words: Bilingual) => string,
): FigureOption[] {
  if (selection?.entity !== 'site') return [];
  const site = things.site.get(selection.id);
  const byKey = new Map(site?.facts.map((fact) => [fact.key, fact]) ?? []);
  return [...byKey.values()].map((fact) => option({ from: 'site', id: selection.id, key: fact.key }, text(fact.label)));
}

/**
 * A group a place: the city, each district with its towns behind it, each cluster. One option for each scope and key,
 * whatever years there are: the newest is shown.
 */
function statisticGroups(statistics: Statistics | null, things: Things, i18n: I18n): FigureGroup[] {
  const { t, text, name } = i18n;
  const groups = new Map<string, Map<string, FigureOption>>();
  const group = (place: string): Map<string, FigureOption> => {
    const known = groups.get(place) ?? new Map<string, FigureOption>();
    groups.set(place, known);
    return known;
  };
  // The order of the list; whatever has no figure is left out by whoever asked.
  const places = [t('stopFigureCity'), ...DISTRICT_IDS.map((id) => t(`district.${id}`))];
  for (const place of places) group(place);
  for (const { scope, key, label, narrower } of statistics?.figures ?? []) {
    if (narrower) continue;
    const ref: FigureRef = { from: 'statistic', scope: scope.entity, id: scope.id, key };
    const town = scope.entity === 'town' ? things.town.get(scope.id)?.properties : undefined;
    const place = town === undefined ? placeName(scope, things, i18n) : t(`district.${town.district}`);
    const where = town === undefined ? place : name(town);
    group(place).set(figureKey(ref), option(ref, `${where} · ${text(label)}`));
  }
  return [...groups].map(([place, options]) => ({
    label: t('stopFigureStatistics', { place }),
    // Of the district itself before its towns, and a town's together.
    options: [...options.values()].sort((a, b) => Number(isOfTown(a)) - Number(isOfTown(b)) || byPlace(a, b)),
  }));
}

const isOfTown = ({ ref }: FigureOption): boolean => ref.from === 'statistic' && ref.scope === 'town';
/** Codes of towns go by district. */
const byPlace = ({ ref: a }: FigureOption, { ref: b }: FigureOption): number =>
  a.from === 'statistic' && b.from === 'statistic' && a.id !== b.id ? (a.id < b.id ? -1 : 1) : 0;

/** Of the city, a district, a cluster; a town that the map does not know is called one, and never by its code. */
function placeName(
  { entity, id }: Pick<Statistics['figures'][number]['scope'], 'entity' | 'id'>,
  things: Things,
  i18n: I18n,
): string {
  const district = DISTRICT_IDS.find((each) => each === id);
  if (entity === 'cluster') return thingName(things, i18n, { entity, id });
  if (district !== undefined) return i18n.t(`district.${district}`);
  return i18n.t(entity === 'town' ? 'stopFigureOtherTown' : 'stopFigureCity');
}
