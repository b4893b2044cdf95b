/** Wording that several panels share: pure functions from data and language to strings. */

import type { Cluster, Policy } from '../../domain/schema/policy.ts';
import type { Site } from '../../domain/site.ts';
import type { Things } from '../../domain/things.ts';
import type { ClusterOrCross, UnitRole } from '../../domain/vocabulary.ts';
import type { I18n } from '../../i18n/index.ts';

export function clusterName(i18n: I18n, clusters: readonly Cluster[], id: ClusterOrCross): string {
  const cluster = clusters.find((c) => c.id === id);
  return cluster === undefined ? i18n.t('cross') : i18n.name(cluster);
}

export function districtNames({ t, list }: I18n, site: Pick<Site, 'districts'>): string {
  if (site.districts.length === 0) return t('notStated');
  return list(site.districts.map((id) => t(`district.${id}`)));
}

export function townNames(i18n: I18n, towns: Things['town'], codes: readonly string[]): string[] {
  return codes.flatMap((code) => {
    const town = towns.get(code);
    return town === undefined ? [] : [i18n.name(town.properties)];
  });
}

/** A document as it is cited: who issued it, its title and date. */
export function documentCite({ lang, date }: I18n, { title, titleEn, issuer, issuerEn, date: day }: Policy): string {
  return lang === 'en' ? `${issuerEn}, ${titleEn} (${date(day)})` : `《${title}》（${issuer}，${date(day)}）`;
}

/** The name in the other of the two languages that things are named in. */
export function otherName({ lang }: I18n, thing: { readonly nameZh: string; readonly nameEn: string }) {
  return lang === 'en'
    ? ({ text: thing.nameZh, lang: 'zh-Hans' } as const)
    : ({ text: thing.nameEn, lang: 'en' } as const);
}

/** Where a site is as it is stated: its districts and its towns. */
export function placeWords(i18n: I18n, towns: Things['town'], site: Pick<Site, 'districts' | 'towns'>): string {
  const parts = [districtNames(i18n, site), ...townNames(i18n, towns, site.towns)];
  return parts.join(i18n.lang === 'en' ? ', ' : ' · ');
}

export function roleWords({ t }: I18n, role: UnitRole): string {
  return t(({ first: 'roleFirst', listed: 'roleListed', joint: 'roleJoint' } as const)[role]);
}
