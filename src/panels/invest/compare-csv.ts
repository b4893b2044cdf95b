/** The comparison as a table: a row a matter, for each candidate what is known and from where. */
import type { Cell } from '../../data/export/csv.ts';
import type { Site } from '../../domain/site.ts';
import type { I18n } from '../../i18n/index.ts';
import type { CompareGroup } from './compare-rows.ts';
import { sourcesCell } from './shortlist-csv.ts';

export function compareCsv(i18n: I18n, sites: readonly Site[], groups: readonly CompareGroup[]): Cell[][] {
  const { t, name } = i18n;
  const head = [
    '',
    t('cmpValue'),
    ...sites.flatMap((site) => [name(site), `${t('cmpColBehind')}: ${name(site)}`, `${t('sources')}: ${name(site)}`]),
    t('cmpDiffers'),
    t('cmpBest'),
    t('cmpColNote'),
  ];
  const rows = groups.flatMap(({ title, rows: own }) =>
    own.map(({ label, note, cells, differs, best }): Cell[] => {
      const bestSite = best === null ? undefined : sites[best];
      return [
        title,
        label,
        ...cells.flatMap(({ text, aside, behind, sources }): Cell[] => [
          text === null ? `${t('cmpUnknown')}${aside === null ? '' : `: ${aside}`}` : text,
          behind == null ? null : Math.round(behind * 10) / 10,
          sourcesCell(sources, i18n),
        ]),
        t(differs ? 'yes' : 'no'),
        bestSite === undefined ? null : name(bestSite),
        note,
      ];
    }),
  );
  return [head, ...rows];
}
