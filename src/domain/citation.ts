/** How a clause is cited. The source text has no document number, so none is shown. */
import { formatDate, type Lang } from './format.ts';
import type { Clause, Policy } from './schema/policy.ts';

/**
 * 《题名》（佛山市人民政府，2020年12月21日）二（二）1, or its English form. The Chinese cite and title are
 * verbatim in every language; a sentence has no place in the cite and is given by the link beside it.
 */
export function citation(
  policy: Pick<Policy, 'title' | 'titleEn' | 'issuer' | 'issuerEn' | 'date'>,
  clause: Pick<Clause, 'cite'>,
  lang: Lang,
): string {
  if (lang === 'en') {
    return `${policy.issuerEn}, ${policy.titleEn} (${formatDate(policy.date, 'en')}), ${clause.cite}`;
  }
  return `《${policy.title}》（${policy.issuer}，${formatDate(policy.date, 'zh-Hans')}）${clause.cite}`;
}
