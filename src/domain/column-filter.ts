/** Which rows of a set are shown by what stands in a column: pure data, kept with the set, by the column's name. */

/** `blank`: rows whose cell says nothing pass too, once a limit is set. */
export type ColumnFilter =
  | {
      readonly kind: 'number';
      readonly column: string;
      /** Least and greatest that pass; null where there is no limit. */
      readonly from: number | null;
      readonly to: number | null;
      readonly blank: boolean;
    }
  | {
      readonly kind: 'date';
      readonly column: string;
      /** As the user wrote them; what is no date is no limit. */
      readonly from: string;
      readonly to: string;
      readonly blank: boolean;
    }
  /** No value lets all through; BLANK_VALUE stands for every blank cell. */
  | { readonly kind: 'category'; readonly column: string; readonly values: readonly string[] }
  /** Case of Latin letters makes no difference. */
  | { readonly kind: 'text'; readonly column: string; readonly text: string };

export type FilterKind = ColumnFilter['kind'];

/** Among the values of a category filter: cells that are blank, whatever way they say so. */
export const BLANK_VALUE = '';

export function newColumnFilter(kind: FilterKind, column: string): ColumnFilter {
  switch (kind) {
    case 'number':
      return { kind, column, from: null, to: null, blank: false };
    case 'date':
      return { kind, column, from: '', to: '', blank: false };
    case 'category':
      return { kind, column, values: [] };
    case 'text':
      return { kind, column, text: '' };
  }
}

/** Whether anything is said yet: a filter that was only added lets all through. */
export function narrows(filter: ColumnFilter): boolean {
  switch (filter.kind) {
    case 'number':
      return filter.from !== null || filter.to !== null;
    case 'date':
      return filter.from.trim() !== '' || filter.to.trim() !== '';
    case 'category':
      return filter.values.length > 0;
    case 'text':
      return filter.text.trim() !== '';
  }
}
