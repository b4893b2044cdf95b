/**
 * What a tour is, as it is kept, saved to a file and sent in a link. Apart from the other schemas because it comes
 * with the presenter's mode. Positions are degrees in WGS-84; what names something that does not exist here
 * is valid, and shown as unknown or passed over.
 */
import * as v from 'valibot';
import { CLUSTER_IDS, CLUSTER_OR_CROSS_IDS, DISTRICT_IDS, KINDS, MAP_GROUPS } from './vocabulary.ts';

/** Of a tour, a stop, a site or a unit. */
export const TourId = v.pipe(
  v.string(),
  v.maxLength(80),
  v.regex(/^[a-z0-9][a-z0-9-]*$/, 'an id has only a-z, 0-9 and hyphens'),
);
const ClauseId = v.pipe(
  v.string(),
  v.regex(/^([a-z0-9-]{1,40}:)?\d{1,2}(\.\d{1,2}){1,2}$/, 'a clause id looks like 2.1.1 or docId:2.1.1'),
);
const between = (min: number, max: number) =>
  v.pipe(v.number(), v.finite(), v.minValue(min, `at least ${min}`), v.maxValue(max, `at most ${max}`));
/** Both languages; who writes in one puts the same words into both. Empty is allowed while it is being written. */
const words = (longest: number) =>
  v.strictObject({
    zh: v.pipe(v.string(), v.maxLength(longest, `at most ${longest} characters`)),
    en: v.pipe(v.string(), v.maxLength(longest, `at most ${longest} characters`)),
  });

export const MOST_STOPS = 200;
/** Characters. What fits a title and two lines on a screen is less: see LINE in tour.ts. */
export const LONGEST = { title: 120, words: 300, notes: 6000, value: 24, label: 120, alt: 300, ask: 5000 } as const;
/** Characters of the address of one image, and of those of all stops: a tour is a file that is sent by mail. */
export const MOST_IMAGE = { one: 420_000, all: 6_000_000 } as const;
export const SECONDS = { least: 3, most: 600, usual: 15 } as const;

/** An imported set, as the device that has it knows it. */
const SetId = v.pipe(v.string(), v.minLength(1), v.maxLength(80));

/** Where a stop looks: a camera as it is, or something to be fitted to whatever screen there is. */
export const TourLook = v.variant('to', [
  v.strictObject({
    to: v.literal('camera'),
    zoom: between(0, 24),
    lat: between(-85, 85),
    lng: between(-180, 180),
    bearing: v.optional(between(-360, 360), 0),
    pitch: v.optional(between(0, 85), 0),
    /** Shorter side, CSS pixels, of the map that the zoom was right for: another screen shows the same ground. */
    across: v.optional(v.nullable(between(50, 20_000)), null),
  }),
  v.strictObject({ to: v.literal('city') }),
  /** Where rows of one's own lie. */
  v.strictObject({
    to: v.literal('box'),
    west: between(-180, 180),
    south: between(-85, 85),
    east: between(-180, 180),
    north: between(-85, 85),
  }),
  v.strictObject({ to: v.literal('district'), id: v.picklist(DISTRICT_IDS) }),
  /** The drawn sites of a cluster; the whole city where none is drawn. */
  v.strictObject({ to: v.literal('cluster'), id: v.picklist(CLUSTER_OR_CROSS_IDS) }),
  /** The drawn sites that a clause names, parts included; the whole city where none is drawn. */
  v.strictObject({ to: v.literal('clause'), id: ClauseId }),
  v.strictObject({ to: v.literal('sites'), ids: v.pipe(v.array(TourId), v.maxLength(100)) }),
]);

export const TourSelection = v.variant('entity', [
  v.strictObject({ entity: v.literal('site'), id: TourId }),
  v.strictObject({ entity: v.literal('cluster'), id: v.picklist(CLUSTER_IDS) }),
  v.strictObject({ entity: v.literal('district'), id: v.picklist(DISTRICT_IDS) }),
  v.strictObject({ entity: v.literal('town'), id: v.pipe(v.string(), v.regex(/^44060[4-8]\d{3}$/)) }),
  v.strictObject({ entity: v.literal('unit'), id: TourId }),
]);

/** What the map shows; null is all. The selection or the clause stands out, the rest is pale. */
export const TourShow = v.strictObject({
  clusters: v.optional(v.nullable(v.array(v.picklist(CLUSTER_OR_CROSS_IDS))), null),
  districts: v.optional(v.nullable(v.array(v.picklist([...DISTRICT_IDS, 'none']))), null),
  kinds: v.optional(v.nullable(v.array(v.picklist(KINDS))), null),
  layers: v.optional(v.nullable(v.array(v.picklist(MAP_GROUPS))), null),
  selection: v.optional(v.nullable(TourSelection), null),
  clause: v.optional(v.nullable(ClauseId), null),
  /** The circle of error of every position. */
  radii: v.optional(v.boolean(), false),
  /** What is asked and what the districts are shaded by, as the address writes them; null is nothing. */
  ask: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(LONGEST.ask))), null),
  shade: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(80))), null),
  /** At whose end the register is shown; null is today. */
  year: v.optional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(2000), v.maxValue(2099))), null),
  /** A set of the author's own, shown alone of all sets; its name says which one is missing on another device. */
  set: v.optional(
    v.nullable(v.strictObject({ id: SetId, name: v.pipe(v.string(), v.maxLength(LONGEST.label)) })),
    null,
  ),
});

const SCOPES = ['city', 'district', 'town', 'cluster'] as const;
/** Which figure; its value is looked up when it is shown, so that it stays true. */
export const FigureRef = v.variant('from', [
  /** The newest published figure of a scope; the city's id is `foshan`. */
  v.strictObject({ from: v.literal('statistic'), scope: v.picklist(SCOPES), id: TourId, key: TourId }),
  /** A fact of the register. */
  v.strictObject({ from: v.literal('site'), id: TourId, key: TourId }),
  /** A cluster's target, as the text states it. */
  v.strictObject({ from: v.literal('target'), id: v.picklist(CLUSTER_IDS) }),
  /** Records of the register (parts not counted). */
  v.strictObject({
    from: v.literal('count'),
    of: v.picklist(['all', 'located', 'clauses', 'cluster', 'district', 'clause']),
    id: v.optional(v.pipe(v.string(), v.maxLength(80)), ''),
    /** Of a cluster: only in this district. */
    within: v.optional(v.nullable(v.picklist(DISTRICT_IDS)), null),
  }),
  /** Responsible units of a clause. */
  v.strictObject({ from: v.literal('units'), id: ClauseId }),
  /** A number of the author's own, as it is to be read, unit included; it is shown as theirs, with where they have it from. */
  v.strictObject({
    from: v.literal('own'),
    value: words(LONGEST.value),
    label: words(LONGEST.label),
    source: words(LONGEST.label),
  }),
  /** The words of a clause, with what they name. */
  v.strictObject({ from: v.literal('clause'), id: ClauseId }),
  /** Rows of words: what the text sets each cluster and what is known of it, or the records without a place. */
  v.strictObject({
    from: v.literal('table'),
    of: v.picklist(['clusters', 'unlocated']),
    /** Of records without a place: the cluster; empty is all. */
    id: v.optional(v.pipe(v.string(), v.maxLength(80)), ''),
  }),
  /** Rows of a set of the author's own that pass its filter. */
  v.strictObject({ from: v.literal('set'), id: SetId }),
]);

const Thing = v.optional(v.pipe(v.string(), v.maxLength(80)), '');
/** What a chart counts and how it is drawn; empty ids are all, or none that stands out. */
export const ChartRef = v.variant('kind', [
  /** The 2+2+4 with the records of each cluster. */
  v.strictObject({ kind: v.literal('pyramid') }),
  v.strictObject({
    kind: v.literal('bars'),
    counts: v.picklist(['targets', 'by-cluster', 'by-district', 'statistic', 'set']),
    /** Records by cluster: of this district; by district: of this cluster. Of a set: which. */
    id: Thing,
    /** Of a statistic of the districts. */
    key: Thing,
    /** The row that stands out; of a statistic the district whose date counts. */
    lit: Thing,
  }),
  /** Parts of one whole: all records, each in one part. */
  v.strictObject({ kind: v.literal('shares'), counts: v.picklist(['placement', 'cluster', 'status']) }),
  /** The line of time of a record or of a cluster's records. */
  v.strictObject({ kind: v.literal('line'), entity: v.picklist(['site', 'cluster']), id: TourId }),
  v.strictObject({ kind: v.literal('table'), counts: v.picklist(['clusters', 'unlocated']), id: Thing }),
]);

/** A picture of the author's own: drawn anew by the page, so that it holds pixels and nothing else. */
export const StopImage = v.strictObject({
  data: v.pipe(
    v.string(),
    v.maxLength(MOST_IMAGE.one, `at most ${MOST_IMAGE.one} characters`),
    v.regex(/^data:image\/(png|jpeg);base64,[A-Za-z0-9+/]+={0,2}$/, 'an image is a PNG or JPEG as a data address'),
  ),
  /** Pixels. */
  width: v.pipe(between(1, 10_000), v.integer()),
  height: v.pipe(between(1, 10_000), v.integer()),
  /** What it shows, for who cannot see it. */
  alt: words(LONGEST.alt),
});

export const TourStop = v.strictObject({
  id: TourId,
  look: TourLook,
  show: TourShow,
  title: words(LONGEST.title),
  words: words(LONGEST.words),
  figure: v.optional(v.nullable(FigureRef), null),
  /** `figure`: the chart that goes with the figure, if there is one. */
  chart: v.optional(v.nullable(v.union([v.literal('figure'), ChartRef])), 'figure'),
  image: v.optional(v.nullable(StopImage), null),
  notes: words(LONGEST.notes),
  /** How long autoplay stays, after the map has arrived. */
  seconds: v.optional(between(SECONDS.least, SECONDS.most), SECONDS.usual),
  /** Passed over while the tour plays, and in what is handed out. */
  hidden: v.optional(v.boolean(), false),
});

/** Characters that are left for images of a tour. */
export const imageRoom = (stops: readonly { readonly image: { readonly data: string } | null }[]): number =>
  stops.reduce<number>((left, { image }) => left - (image?.data.length ?? 0), MOST_IMAGE.all);

export const Tour = v.strictObject({
  id: TourId,
  title: words(LONGEST.title),
  stops: v.pipe(
    v.array(TourStop),
    v.maxLength(MOST_STOPS, `at most ${MOST_STOPS} stops`),
    v.check((stops) => imageRoom(stops) >= 0, 'the images of a tour are too large together'),
  ),
});

/** One tour in a file of its own; the first form knew no images, numbers of one's own and hidden stops. */
export const TourFile = v.strictObject({
  format: v.literal('foshan-224-tour'),
  schema: v.picklist([1, 2]),
  tour: Tour,
});

export type TourLook = v.InferOutput<typeof TourLook>;
export type TourSelection = v.InferOutput<typeof TourSelection>;
export type TourShow = v.InferOutput<typeof TourShow>;
export type StopImage = v.InferOutput<typeof StopImage>;
export type ChartRef = v.InferOutput<typeof ChartRef>;
export type FigureRef = v.InferOutput<typeof FigureRef>;
export type TourStop = v.InferOutput<typeof TourStop>;
export type Tour = v.InferOutput<typeof Tour>;
export type TourFile = v.InferOutput<typeof TourFile>;
