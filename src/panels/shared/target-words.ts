/** The target of a cluster in words. */
import type { Cluster } from '../../domain/schema/policy.ts';
import { factWords } from '../../i18n/fact.ts';
import type { I18n } from '../../i18n/index.ts';

export function targetWords({ t, lang, zh }: I18n, cluster: Cluster): string {
  const amount = factWords({ lang, zh }, { value: cluster.target.overCny, unit: 'CNY', qualifier: 'exact' });
  const year = cluster.target.year === null ? t('noYear') : t('targetYear', { year: String(cluster.target.year) });
  return `${t('targetOver', { amount })} · ${year}`;
}
