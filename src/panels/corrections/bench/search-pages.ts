/** The address of a search page that looks for something. Pure. */
import type { PlaceSearch } from '../../../domain/schema/place-search.ts';

export const searchAddress = ({ url }: PlaceSearch, query: string): string =>
  url.replaceAll('{q}', encodeURIComponent(query));
