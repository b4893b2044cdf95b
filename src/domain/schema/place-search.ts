/** Search pages of map services, as the deployer names them in config.json. */
import * as v from 'valibot';
import { NonEmpty } from './parts.ts';

export const PlaceSearch = v.strictObject({
  label: NonEmpty,
  /** `{q}` stands for what is looked for. */
  url: v.pipe(
    v.string(),
    v.regex(/^https?:\/\/\S*\{q\}\S*$/, 'a search page is an address that starts with http:// or https:// and has {q}'),
  ),
});

export type PlaceSearch = v.InferOutput<typeof PlaceSearch>;
