/** The figures that a stop can show: those that there are, each by reference. Pure. */
import type { Bilingual } from '../../../domain/schema/parts.ts';
import type { Statistics } from '../../../domain/schema/statistics.ts';
import type { Things } from '../../../domain/things.ts';
import type { FigureRef, TourStop } from '../../../domain/tour-schema.ts';
import { CLUSTER_IDS, DISTRICT_IDS } from '../../../domain/vocabulary.ts';
import type { I18n, MessageKey } from '../../../i18n/index.ts';
import { thingName } from '../../shared/things.ts';
import type { NamedSet } from './chart-options.ts';

export interface FigureOption {
  /** The reference as text, as a list of options needs it. */
  readonly key: string;
  readonly ref: FigureRef;
  readonly label: string;
}

export interface FigureGroup {
  readonly label: MessageKey;
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
      label: 'stopFigureTargets',
      options: CLUSTER_IDS.map((id) =>
        option({ from: 'target', id }, `${t('stopFigureTargets')} · ${clusterName(id)}`),
      ),
    },
    {
      label: 'stopFigureCounts',
      options: [
        count('all', '', t('all')),
        ...CLUSTER_IDS.map((id) => count('cluster', id, clusterName(id))),
        ...DISTRICT_IDS.map((id) => count('district', id, t(`district.${id}`))),
      ],
    },
    { label: 'stopFigureStatistics', options: statisticOptions(statistics, clusterName, i18n) },
    {
      label: 'stopChartSets',
      options: sets.map(({ id, name }) => option({ from: 'set', id }, t('stopFigureRows', { name }))),
    },
    { label: 'stopFigureSite', options: siteOptions(things, show.selection, text) },
    {
      label: 'stopFigureClause',
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

/** One for each scope and key, whatever years there are: the newest is shown. */
function statisticOptions(
  statistics: Statistics | null,
  clusterName: (id: string) => string,
  { t, text }: I18n,
): FigureOption[] {
  const districts: readonly string[] = DISTRICT_IDS;
  const found = new Map<string, FigureOption>();
  for (const { scope, key, label, narrower } of statistics?.figures ?? []) {
    if (narrower) continue;
    const district = DISTRICT_IDS.find((id) => id === scope.id);
    const where =
      scope.entity === 'cluster'
        ? clusterName(scope.id)
        : district !== undefined && districts.includes(scope.id)
          ? t(`district.${district}`)
          : scope.entity === 'town'
            ? scope.id
            : '';
    const ref: FigureRef = { from: 'statistic', scope: scope.entity, id: scope.id, key };
    found.set(figureKey(ref), option(ref, where === '' ? text(label) : `${where} · ${text(label)}`));
  }
  return [...found.values()];
}
