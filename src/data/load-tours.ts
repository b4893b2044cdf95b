/** The tours that the deployer's configuration lists: one file each in the folder `tours` beside the page. */
import { messageOf } from '../domain/error-message.ts';
import { parseTourId, parseTourText, type TourFault } from '../domain/tour-parse.ts';
import type { Tour } from '../domain/tour-schema.ts';
import type { ByteSource } from './source.ts';

export type ListFault =
  | TourFault
  /** What the list has is no id. */
  | { readonly kind: 'no-id' }
  /** A tour of that id is there whatever the deployer lists. */
  | { readonly kind: 'taken' }
  | { readonly kind: 'no-file' }
  | { readonly kind: 'unreadable'; readonly reason: string };

export interface ListedTours {
  readonly tours: readonly Tour[];
  /** What is left out, by its file, or by what stands in the list where that is no id. */
  readonly refused: readonly { readonly file: string; readonly faults: readonly ListFault[] }[];
}

export const NO_TOURS: ListedTours = { tours: [], refused: [] };

/**
 * Reads them in the list's order, one broken one costing no other. The id of the list is the tour's, whatever its file
 * says: so the deployer decides what `tour=` leads to.
 *
 * @param taken ids that are not the deployer's to give
 */
export async function loadTours(
  source: Pick<ByteSource, 'tour'>,
  list: readonly unknown[],
  taken: (id: string) => boolean,
): Promise<ListedTours> {
  const given = new Set<string>();
  const read = list.map(async (entry): Promise<{ file: string; tour?: Tour; faults?: readonly ListFault[] }> => {
    const id = parseTourId(entry);
    if (id === null) return { file: `config.json: tours: ${JSON.stringify(entry)}`, faults: [{ kind: 'no-id' }] };
    const file = `tours/${id}.json`;
    if (taken(id) || given.has(id)) return { file, faults: [{ kind: 'taken' }] };
    given.add(id);
    try {
      const text = await source.tour(id);
      if (text === null) return { file, faults: [{ kind: 'no-file' }] };
      const parsed = parseTourText(text);
      return 'tour' in parsed ? { file, tour: { ...parsed.tour, id } } : { file, faults: parsed.faults };
    } catch (error) {
      return { file, faults: [{ kind: 'unreadable', reason: messageOf(error) }] };
    }
  });
  const all = await Promise.all(read);
  return {
    tours: all.flatMap(({ tour }) => tour ?? []),
    refused: all.flatMap(({ file, faults }) => (faults === undefined ? [] : [{ file, faults }])),
  };
}
