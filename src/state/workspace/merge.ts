/** What is kept here and what a workspace holds, put together so that nothing of either is lost. Pure. */
import type { KeptShortlist } from '../../data/device/shortlist-store.ts';
import type { KeptTour } from '../../data/device/tours-store.ts';
import { type Kept, sameSet } from '../../data/workspace/kept-sets.ts';
import { structuredBytes } from '../../data/workspace/structured.ts';
import { sameNewValue, sameTarget } from '../../domain/corrections.ts';
import { bytesDigest } from '../../domain/digest.ts';
import type { Basemap } from '../../domain/schema/basemap.ts';
import type { Correction } from '../../domain/schema/correction.ts';
import type { RemotePlaces, RemoteSource } from '../../domain/schema/remote.ts';
import { MOST_SKETCHES } from '../../domain/schema/sketch.ts';
import type { Sketch } from '../../domain/sketch.ts';
import type { Tour } from '../../domain/tour-schema.ts';
import { MOST_SHORTLISTED } from '../address/keys.ts';
import { MOST_NOTED } from '../invest/shortlist.ts';
import { newOwnId, type OwnTours } from '../present/authoring.ts';

/** What becomes of the items of a file, by what they are called. */
export interface Outcome {
  readonly added: readonly string[];
  /** They are here already, and the same. */
  readonly same: readonly string[];
  /** Something else has their id here: they come beside it under another. */
  readonly renamed: readonly string[];
  /** Something else stands in their place here, which stays. */
  readonly stays: readonly string[];
  /** There is no room for them. */
  readonly noRoom: readonly string[];
}

export interface Merged<T> extends Outcome {
  readonly value: T;
}

const NOTHING: Outcome = { added: [], same: [], renamed: [], stays: [], noRoom: [] };

const written = (value: unknown) => bytesDigest(structuredBytes(value));

/** Whether two values say the same, in whatever order. */
export const alike = (one: unknown, other: unknown): boolean => written(one) === written(other);

/** What becomes of each item of a file, and what is added of it. */
type Fate<T> = { readonly is: keyof Outcome; readonly name: string; readonly take: readonly T[] };

function merged<T>(here: readonly T[], fates: readonly Fate<T>[]): Merged<readonly T[]> {
  const names = (is: keyof Outcome) => fates.flatMap((fate) => (fate.is === is ? [fate.name] : []));
  return {
    value: [...here, ...fates.flatMap(({ take }) => take)],
    added: names('added'),
    same: names('same'),
    renamed: names('renamed'),
    stays: names('stays'),
    noRoom: names('noRoom'),
  };
}

/** A set of the same id and other content comes under a new one, with the day of its file in its name. */
export function mergeSets(
  here: readonly Kept[],
  there: readonly Kept[],
  saved: string,
  newId: (old: string) => string,
): Merged<readonly Kept[]> {
  return merged(
    here,
    there.map((theirs): Fate<Kept> => {
      const ours = here.find(({ id }) => id === theirs.id);
      const { name } = theirs.look;
      if (ours === undefined) return { is: 'added', name, take: [theirs] };
      return sameSet(ours, theirs)
        ? { is: 'same', name, take: [] }
        : { is: 'renamed', name, take: [underId(theirs, newId(theirs.id), `${name} (${saved.slice(0, 10)})`)] };
    }),
  );
}

function underId({ set, receipt, look, ...rest }: Kept, id: string, name: string): Kept {
  return { ...rest, id, set: { ...set, id }, receipt: { ...receipt, setId: id }, look: { ...look, name } };
}

/** Two cannot be of one field of one record: the one that is here stays. */
export function mergeCorrections(
  here: readonly Correction[],
  there: readonly Correction[],
  nameOf: (record: string) => string,
): Merged<readonly Correction[]> {
  return merged(
    here,
    there.map((theirs): Fate<Correction> => {
      const ours = here.find((other) => sameTarget(other, theirs));
      const name = nameOf(theirs.record);
      if (ours === undefined) return { is: 'added', name, take: [theirs] };
      return { is: sameNewValue(ours, theirs) ? 'same' : 'stays', name, take: [] };
    }),
  );
}

/** One that has the same places and words is the same: their ids are of this device alone. */
export function mergeSketches(here: readonly Sketch[], there: readonly Sketch[]): Merged<readonly Sketch[]> {
  const content = ({ kind, places, text }: Sketch) => JSON.stringify([kind, places, text]);
  const known = new Set(here.map(content));
  let room = MOST_SKETCHES - here.length;
  return merged(
    here,
    there.map((theirs): Fate<Sketch> => {
      const name = theirs.text;
      if (known.has(content(theirs))) return { is: 'same', name, take: [] };
      room -= 1;
      return room < 0 ? { is: 'noRoom', name, take: [] } : { is: 'added', name, take: [theirs] };
    }),
  );
}

const BETWEEN_NOTES = '\n\n';

/** One's own candidates first. Two notes on one candidate become one text, as long as it finds room. */
export function mergeShortlists(
  here: KeptShortlist,
  there: KeptShortlist,
  nameOf: (record: string) => string,
): Merged<KeptShortlist> {
  const notes: Record<string, string> = { ...here.notes };
  const stays: string[] = [];
  const told: string[] = [];
  for (const [id, theirs] of Object.entries(there.notes)) {
    const ours = notes[id];
    if (ours?.includes(theirs) === true) continue;
    const both = ours === undefined ? theirs : `${ours}${BETWEEN_NOTES}${theirs}`;
    if (both.length > MOST_NOTED) stays.push(nameOf(id));
    else {
      notes[id] = both;
      if (ours !== undefined) told.push(nameOf(id));
    }
  }
  const fresh = there.ids.filter((id) => !here.ids.includes(id));
  const room = Math.max(0, MOST_SHORTLISTED - here.ids.length);
  return {
    value: { ids: [...here.ids, ...fresh.slice(0, room)], notes },
    added: fresh.slice(0, room).map(nameOf),
    same: there.ids.filter((id) => here.ids.includes(id)).map(nameOf),
    renamed: told,
    stays,
    noRoom: fresh.slice(room).map(nameOf),
  };
}

/** A tour of the same id and other content comes under a new one, with what was not saved of it. */
export function mergeTours(here: OwnTours, there: OwnTours, nameOf: (tour: Tour) => string): Merged<OwnTours> {
  const ours = new Map([...here.drafts.map(({ tour }) => tour), ...here.tours].map((tour) => [tour.id, tour]));
  const draftsHere = new Map(here.drafts.map((draft) => [draft.tour.id, draft.tour]));
  const taken = new Set([
    ...ours.keys(),
    ...[...there.tours, ...there.drafts.map(({ tour }) => tour)].map(({ id }) => id),
  ]);
  const newIds = new Map<string, string>();
  const clashes = (tour: Tour, other: Tour | undefined) => other !== undefined && !alike(tour, other);
  const theirDrafts = there.drafts.map(({ tour }) => tour);
  for (const tour of [...there.tours, ...theirDrafts]) {
    const draft = theirDrafts.includes(tour);
    const other = draft ? (draftsHere.get(tour.id) ?? ours.get(tour.id)) : ours.get(tour.id);
    if (newIds.has(tour.id) || !clashes(tour, other)) continue;
    const id = newOwnId(taken);
    taken.add(id);
    newIds.set(tour.id, id);
  }
  const fate = (tour: Tour): keyof Outcome => (newIds.has(tour.id) ? 'renamed' : ours.has(tour.id) ? 'same' : 'added');
  const moved = (tour: Tour): Tour => ({ ...tour, id: newIds.get(tour.id) ?? tour.id });
  const isNew = (tour: Tour) => fate(tour) !== 'same';
  const named = (is: keyof Outcome) => [
    ...new Set([...there.tours, ...theirDrafts].filter((tour) => fate(tour) === is).map(nameOf)),
  ];
  return {
    ...NOTHING,
    value: {
      tours: [...here.tours, ...there.tours.filter(isNew).map(moved)],
      drafts: [
        ...here.drafts,
        ...there.drafts.filter(({ tour }) => isNew(tour)).map(({ tour, at }): KeptTour => ({ tour: moved(tour), at })),
      ],
    },
    added: named('added'),
    same: named('same'),
    renamed: named('renamed'),
  };
}

export interface OwnBasemaps {
  readonly basemaps: readonly Basemap[];
  readonly strengths: Readonly<Record<string, number>>;
  readonly greys: readonly string[];
}

/** How they are drawn is as it is here, where it is said here. */
export function mergeBasemaps(here: OwnBasemaps, there: OwnBasemaps): Merged<OwnBasemaps> {
  const { value, ...outcome } = merged(here.basemaps, there.basemaps.map(fateAmong(here.basemaps)));
  return {
    ...outcome,
    value: {
      basemaps: value,
      strengths: { ...there.strengths, ...here.strengths },
      greys: [...new Set([...here.greys, ...there.greys])],
    },
  };
}

export interface OwnServers {
  readonly sources: readonly RemoteSource[];
  readonly places: RemotePlaces;
}

export function mergeServers(here: OwnServers, there: OwnServers): Merged<OwnServers> {
  const { value, ...outcome } = merged(here.sources, there.sources.map(fateAmong(here.sources)));
  const isOurs = (id: string) => here.sources.some((each) => each.id === id);
  return {
    ...outcome,
    value: {
      sources: value,
      places: {
        order: [...new Set([...here.places.order, ...there.places.order])],
        hidden: [...here.places.hidden, ...there.places.hidden.filter((id) => !isOurs(id))],
      },
    },
  };
}

/** Of things that are known by their ids: one that is here stays. */
function fateAmong<T extends { readonly id: string; readonly label: string }>(here: readonly T[]) {
  return (theirs: T): Fate<T> => {
    const ours = here.find(({ id }) => id === theirs.id);
    const name = theirs.label;
    if (ours === undefined) return { is: 'added', name, take: [theirs] };
    return { is: alike(ours, theirs) ? 'same' : 'stays', name, take: [] };
  };
}
