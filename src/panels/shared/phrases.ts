/** Wording that several panels share: pure functions from data and language to strings. */

import type { TownCollection } from '../../domain/schema/area.ts';
import type { Cluster } from '../../domain/schema/policy.ts';
import type { Site } from '../../domain/site.ts';
import type { ClusterOrCross, UnitRole } from '../../domain/vocabulary.ts';
import type { I18n } from '../../i18n/index.ts';

export function clusterName(i18n: I18n, clusters: readonly Cluster[], id: ClusterOrCross): string {
  const cluster = clusters.find((c) => c.id === id);
  return cluster === undefined ? i18n.t('cross') : i18n.name(cluster);
}

export function districtNames({ t, lang }: I18n, site: Pick<Site, 'districts'>): string {
  if (site.districts.length === 0) return t('notStated');
  return site.districts.map((id) => t(`district.${id}`)).join(lang === 'en' ? ', ' : '、');
}

export function townNames(i18n: I18n, towns: TownCollection, codes: readonly string[]): string[] {
  return codes.flatMap((code) => {
    const town = towns.features.find((f) => f.properties.code === code);
    return town === undefined ? [] : [i18n.name(town.properties)];
  });
}

export function targetWords({ t, fact }: I18n, cluster: Cluster): string {
  const amount = fact({ value: cluster.target.overCny, unit: 'CNY', qualifier: 'exact' });
  const year = cluster.target.year === null ? t('noYear') : t('targetYear', { year: String(cluster.target.year) });
  return `${t('targetOver', { amount })} · ${year}`;
}

export function roleWords({ t }: I18n, role: UnitRole): string {
  return t(({ first: 'roleFirst', listed: 'roleListed', joint: 'roleJoint' } as const)[role]);
}
