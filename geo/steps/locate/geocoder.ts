/** What a geocoder is asked and what it answers, whichever service it is; and the file that names one. */
import * as v from 'valibot';
import { NonEmpty } from '../../../src/domain/schema/parts.ts';
import { DATUMS, PRECISIONS } from '../../../src/domain/vocabulary.ts';

/** What a level of a service is worth. */
export const LevelWorth = v.strictObject({
  precision: v.picklist(PRECISIONS),
  radiusM: v.pipe(v.number(), v.finite(), v.minValue(1)),
});

const Address = v.pipe(v.string(), v.regex(/^https?:\/\//, 'an address starts with http:// or https://'));

export const GeocoderConfig = v.strictObject({
  kind: v.picklist(['tianditu', 'nominatim']),
  /** Where it is asked; 天地图 has its own. */
  url: v.optional(Address),
  /** The environment variable that holds the key: a key in a file is soon in a repository. */
  keyEnv: v.optional(NonEmpty),
  /** Who asks, as public Nominatim servers want it: a name and an address to write to. */
  userAgent: v.optional(NonEmpty, 'foshan-224-map geo:locate'),
  /** Between two questions, milliseconds. */
  pauseMs: v.optional(v.pipe(v.number(), v.minValue(0)), 1100),
  /** Answers that the service itself calls less sure are listed, not taken; 0 to 100. */
  minScore: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(100)), 80),
  /** In which datum it answers, where that is not its usual one. */
  datum: v.optional(v.picklist(DATUMS)),
  /** Worth of levels that are not in the built-in table, or are judged otherwise. */
  levels: v.optional(v.record(v.string(), LevelWorth), {}),
});

export type LevelWorth = v.InferOutput<typeof LevelWorth>;
export type GeocoderConfig = v.InferOutput<typeof GeocoderConfig>;

/** A place that a service found, in its own datum. */
export interface Found {
  readonly lng: number;
  readonly lat: number;
  /** As the service calls it. */
  readonly level: string;
  /** Null for a level that nobody has judged. */
  readonly worth: LevelWorth | null;
  /** 0 to 100; null where the service gives none. */
  readonly score: number | null;
}

/** A service: one row of `services.ts`. */
export interface Service {
  /** Null where the configuration must name one. */
  readonly url: string | null;
  readonly needsKey: boolean;
  readonly datum: GeocoderConfig['datum'] & string;
  readonly publisher: string;
  readonly home: string;
  readonly licence?: string;
  /** The address of one question. */
  ask(base: string, key: string, address: string): string;
  /** Null where it found nothing. Throws a sentence where it is no answer at all. */
  read(answer: unknown, levels: GeocoderConfig['levels']): Found | null;
}
