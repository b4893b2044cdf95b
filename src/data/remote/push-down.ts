/**
 * What a set on a server is narrowed by, as its function source is asked for it: two parameters of each tile's
 * address. `filter` is a JSON list of the column filters that hold (`domain/column-filter.ts`; a row passes all of
 * them), `breaks` a JSON object of the column that colours the rows and the limits between its classes.
 * docs/scale.md has the function that reads them.
 */
import { type ColumnFilter, narrows } from '../../domain/column-filter.ts';
import type { ColumnColour } from '../../domain/column-look.ts';
import { parseDate } from '../../domain/column-values.ts';

/** Empty where nothing is asked; else `filter=…&breaks=…`, in the encoding of an address. */
export function pushDownQuery(columns: readonly ColumnFilter[], colourBy: ColumnColour | null | undefined): string {
  const query = new URLSearchParams();
  const filter = columns.filter(narrows).map(withPlainDates);
  if (filter.length > 0) query.set('filter', JSON.stringify(filter));
  // Other classes follow from the rows that came: to ask by them would ask anew after every answer.
  if (colourBy?.kind === 'number' && colourBy.method === 'own' && colourBy.breaks.length > 0)
    query.set('breaks', JSON.stringify({ column: colourBy.column, breaks: colourBy.breaks }));
  return query.toString();
}

/** Limits as YYYY, YYYY-MM or YYYY-MM-DD: a database need not know how people write dates. */
function withPlainDates(filter: ColumnFilter): ColumnFilter {
  return filter.kind === 'date' ? { ...filter, from: plainDate(filter.from), to: plainDate(filter.to) } : filter;
}

function plainDate(text: string): string {
  const date = parseDate(text);
  if (date === null) return '';
  const parts = [date.year, date.month, date.day].filter((part) => part !== null);
  return parts.map((part) => String(part).padStart(2, '0')).join('-');
}

/** An address with the query behind what it already asks. */
export function withQuery(address: string, query: string): string {
  if (query === '') return address;
  return `${address}${address.includes('?') ? '&' : '?'}${query}`;
}
