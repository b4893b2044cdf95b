/** The filters on a set's columns in words, for what is printed or written out. */
import { BLANK_VALUE, type ColumnFilter, narrows } from '../../domain/column-filter.ts';
import { plainLine } from '../../domain/plain-line.ts';
import type { I18n } from '../../i18n/index.ts';

/** One text for each filter that narrows. */
export function columnFilterWords(i18n: I18n, filters: readonly ColumnFilter[]): string[] {
  return filters.filter(narrows).map((filter) => `${plainLine(filter.column)}: ${saysOf(i18n, filter)}`);
}

function saysOf({ t, list, number }: I18n, filter: ColumnFilter): string {
  switch (filter.kind) {
    case 'number': {
      const [from, to] = [filter.from, filter.to].map((limit) => (limit === null ? '' : number(limit, 6)));
      return `${from} – ${to}${filter.blank ? ` (${t('filterBlank')})` : ''}`.trim();
    }
    case 'date':
      return `${filter.from} – ${filter.to}${filter.blank ? ` (${t('filterBlank')})` : ''}`.trim();
    case 'category':
      return list(filter.values.map((value) => (value === BLANK_VALUE ? t('legendBlank') : plainLine(value))));
    case 'text':
      return `${t('filterContains')} ${plainLine(filter.text)}`;
  }
}
