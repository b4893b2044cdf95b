/**
 * What this device keeps for its user: one row each, which says how it is read, how it is written into files and read from
 * them, and how it is put together with what another device kept. The workspace file and the snapshots follow from it.
 */

import { deviceGreys, deviceStrengths } from '../../data/device/basemap-store.ts';
import type { DEVICE_KEYS } from '../../data/device/keys.ts';
import type { KeptShortlist } from '../../data/device/shortlist-store.ts';
import { newSketchId } from '../../data/device/sketch-store.ts';
import type { PartFile, ReadFile } from '../../data/workspace/file.ts';
import { type Kept, readSetFiles, sameSet, setFiles } from '../../data/workspace/kept-sets.ts';
import { sameNewValue } from '../../domain/corrections.ts';
import { mayHoldKey, withoutKeys } from '../../domain/map-keys.ts';
import type { Basemap } from '../../domain/schema/basemap.ts';
import { Correction, StoredCorrections } from '../../domain/schema/correction.ts';
import { parseAs } from '../../domain/schema/parse.ts';
import { StoredShortlist } from '../../domain/schema/shortlist.ts';
import { readSketches } from '../../domain/schema/sketch.ts';
import { WorkspaceBasemaps, WorkspaceServers, WorkspaceTours } from '../../domain/schema/workspace.ts';
import { type Sketch, sketchCollection } from '../../domain/sketch.ts';
import { withSets } from '../../domain/tour-edit.ts';
import type { Tour } from '../../domain/tour-schema.ts';
import type { App } from '../app.ts';
import { basemapsOf } from '../basemaps/basemaps.ts';
import type { Correcting } from '../corrections/corrections.ts';
import { startCorrections } from '../corrections/start-corrections.ts';
import type { Imports } from '../imports/imports.ts';
import type { Shortlist } from '../invest/shortlist.ts';
import type { Authoring, OwnTours } from '../present/authoring.ts';
import type { Sketches } from '../sketches/sketches.ts';
import {
  alike,
  type Merged,
  mergeBasemaps,
  mergeCorrections,
  mergeServers,
  mergeSets,
  mergeShortlists,
  mergeSketches,
  mergeTours,
  type Outcome,
  type OwnBasemaps,
  type OwnServers,
} from './merge.ts';
import { there } from './there.ts';

/** In the order that they are listed. */
export const PART_IDS = ['sets', 'servers', 'corrections', 'sketches', 'shortlist', 'tours', 'basemaps'] as const;
export type PartId = (typeof PART_IDS)[number];

/** Of each text that the device keeps: with which part it travels, or that it stays. */
export const TRAVELS_WITH: Readonly<Record<keyof typeof DEVICE_KEYS, PartId | 'stays'>> = {
  corrections: 'corrections',
  shortlist: 'shortlist',
  sets: 'sets',
  remote: 'servers',
  remotePlaces: 'servers',
  basemaps: 'basemaps',
  basemapStrengths: 'basemaps',
  basemapGreys: 'basemaps',
  sketches: 'sketches',
  // A key is its user's alone.
  tiandituKey: 'stays',
  // What hands and eyes need is of the person at the device.
  characterKeys: 'stays',
  pointerGrid: 'stays',
  notesSize: 'stays',
  // A letterhead is its office's.
  pack: 'stays',
};

/** Everything that the user's own is held by, once it is all there. */
export interface Holders {
  readonly app: Pick<App, 'state' | 'i18n'>;
  readonly imports: Imports;
  readonly correcting: Correcting;
  readonly sketches: Sketches;
  readonly shortlist: Shortlist;
  readonly authoring: Authoring;
}

interface MergeWith {
  /** When the file was saved. */
  readonly saved: string;
  readonly holders: Holders;
  /** Ids under which sets of the file came, by those that they have in it: the sets fill it, its tours follow. */
  readonly newSets: Map<string, string>;
}

/** A row of the table. */
interface Row<T> {
  /** Of what its files look like; what is of another is kept as it is. */
  readonly version: number;
  /** Earlier forms of its files that `parse` reads too. */
  readonly reads?: readonly number[];
  /** What is there now, in memory or on the device. */
  read(holders: Holders): T;
  count(value: T): number;
  /** What of it never leaves the device, by name. */
  readonly stays?: (holders: Holders) => readonly string[];
  files(value: T): readonly PartFile[];
  /** @throws Error that says what is wrong */
  parse(files: readonly ReadFile[]): T;
  merge(here: T, there: T, how: MergeWith): Merged<T>;
  /** Puts `next` in the place of `before`; `there` is what the file holds. */
  write(holders: Holders, next: T, parts: { readonly before: T; readonly there: T }): Promise<void>;
}

/** One JSON file. */
function jsonFiles(name: string, value: unknown): readonly PartFile[] {
  return [{ name, bytes: () => new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`), of: null }];
}

function jsonIn(name: string, files: readonly ReadFile[]): unknown {
  const file = files.find((each) => each.name === name);
  if (file === undefined) throw new Error(`${name} is missing`);
  return JSON.parse(new TextDecoder().decode(file.bytes));
}

const siteName =
  ({ app: { state, i18n } }: Holders) =>
  (id: string): string => {
    const site = state.things.peek().site.get(id);
    return site === undefined ? id : i18n.peek().name(site);
  };

const sets: Row<readonly Kept[]> = {
  version: 1,
  read: ({ imports }) => imports.asKept(),
  count: (all) => all.length,
  files: setFiles,
  parse: readSetFiles,
  merge: (here, there, { saved, newSets }) =>
    mergeSets(here, there, saved, (old) => {
      const id = `import-${crypto.randomUUID()}`;
      newSets.set(old, id);
      return id;
    }),
  async write({ imports }, next, { before }) {
    const isIn = (all: readonly Kept[], kept: Kept) =>
      all.some((each) => each === kept || (each.id === kept.id && sameSet(each, kept)));
    const [gone, fresh] = [before.filter((old) => !isIn(next, old)), next.filter((kept) => !isIn(before, kept))];
    for (const { id } of gone) await imports.remove(id);
    for (const kept of fresh) await imports.addKept(kept);
  },
};

const servers: Row<OwnServers> = {
  version: 1,
  read({ imports }) {
    const remote = imports.sets.peek().filter((item) => item.remote !== undefined);
    return {
      sources: imports.kept.sources.peek().filter(({ url }) => !mayHoldKey(url)),
      places: {
        order: imports.sets.peek().map(({ id }) => id),
        hidden: remote.filter(({ look }) => !look.visible).map(({ id }) => id),
      },
    };
  },
  count: ({ sources }) => sources.length,
  stays: ({ imports }) =>
    imports.kept.sources
      .peek()
      .filter(({ url }) => mayHoldKey(url))
      .map(({ label }) => label),
  files: (value) => jsonFiles('servers.json', value),
  parse: (files) => parseAs(WorkspaceServers, jsonIn('servers.json', files), 'servers.json'),
  merge: mergeServers,
  async write({ imports }, { sources, places }, { before }) {
    for (const old of before.sources) if (!sources.some((each) => alike(old, each))) await imports.remove(old.id);
    imports.kept.change((now) => [...now.filter(({ url }) => mayHoldKey(url)), ...sources]);
    for (const source of sources) imports.addRemote(source, !places.hidden.includes(source.id));
    imports.arrange(places.order);
  },
};

const corrections: Row<readonly Correction[]> = {
  version: 1,
  read: ({ app }) => app.state.corrections.list.peek(),
  count: (all) => all.length,
  files: (all) => jsonFiles('corrections.json', { schema: 1, corrections: all }),
  parse(files) {
    const name = 'corrections.json';
    const { corrections: all } = parseAs(StoredCorrections, jsonIn(name, files), name);
    return all.map((each, at) => parseAs(Correction, each, `${name} ${at + 1}`));
  },
  merge: (here, there, { holders }) => mergeCorrections(here, there, siteName(holders)),
  write({ app, correcting }, next, { before, there }) {
    correcting.replaceAll(next);
    // What could not be taken for the user's own is offered one by one.
    const refused = there.filter((theirs) => !next.some((each) => sameNewValue(each, theirs)));
    if (refused.length > 0) {
      const report = refused.map((correction) => ({ correction, why: 'ownDiffers' as const }));
      app.state.corrections.provide({
        report: { added: next.filter((c) => !before.includes(c)), known: [], refused: report },
      });
    }
    return Promise.resolve();
  },
};

const sketches: Row<readonly Sketch[]> = {
  version: 1,
  read: (holders) => holders.sketches.list.peek(),
  count: (all) => all.length,
  files: (all) => jsonFiles('sketches.geojson', sketchCollection(all)),
  parse(files) {
    const { sketches: all, rejected } = readSketches(jsonIn('sketches.geojson', files), newSketchId);
    const [first] = rejected;
    if (first !== undefined) throw new Error(`sketches.geojson ${first.n}: ${first.why}`);
    return all;
  },
  merge: mergeSketches,
  write(holders, next) {
    holders.sketches.replaceAll(next);
    return Promise.resolve();
  },
};

const shortlist: Row<KeptShortlist> = {
  version: 1,
  read: (holders) => ({ ids: holders.shortlist.own.peek(), notes: holders.shortlist.notes.peek() }),
  count: ({ ids, notes }) => new Set([...ids, ...Object.keys(notes)]).size,
  files: ({ ids, notes }) => jsonFiles('shortlist.json', { schema: 1, ids, notes }),
  parse(files) {
    const { ids, notes } = parseAs(StoredShortlist, jsonIn('shortlist.json', files), 'shortlist.json');
    return { ids: [...new Set(ids)], notes };
  },
  merge: (here, there, { holders }) => mergeShortlists(here, there, siteName(holders)),
  write(holders, next) {
    holders.shortlist.replaceAll(next);
    return Promise.resolve();
  },
};

/** Tours of a file, with the ids that its sets have here. */
function ofSets({ tours: all, drafts }: OwnTours, newSets: ReadonlyMap<string, string>): OwnTours {
  if (newSets.size === 0) return { tours: all, drafts };
  return {
    tours: all.map((tour) => withSets(tour, newSets)),
    drafts: drafts.map(({ tour, at }) => ({ tour: withSets(tour, newSets), at })),
  };
}

const tours: Row<OwnTours> = {
  // The second form knows images, numbers of one's own and hidden stops, which may be left out.
  version: 2,
  reads: [1],
  read: ({ authoring }) => authoring.all(),
  count: (all) => new Set([...all.tours, ...all.drafts.map(({ tour }) => tour)].map(({ id }) => id)).size,
  files: (all) => jsonFiles('tours.json', all),
  parse: (files) => parseAs(WorkspaceTours, jsonIn('tours.json', files), 'tours.json'),
  merge: (here, there, { holders: { app }, newSets }) =>
    mergeTours(here, ofSets(there, newSets), ({ title }: Tour) => app.i18n.peek().text(title)),
  write: ({ authoring }, next) => authoring.replaceAll(next),
};

const basemaps: Row<OwnBasemaps> = {
  version: 1,
  read(holders) {
    const own = ownBasemaps(holders);
    return {
      basemaps: own.flatMap((each) => withoutKeys(each) ?? []),
      strengths: deviceStrengths().read().value,
      greys: deviceGreys().read().value,
    };
  },
  count: (value) => value.basemaps.length,
  stays: (holders) =>
    ownBasemaps(holders)
      .filter((each) => withoutKeys(each) === null)
      .map(({ label }) => label),
  files: (value) => jsonFiles('basemaps.json', value),
  parse: (files) => parseAs(WorkspaceBasemaps, jsonIn('basemaps.json', files), 'basemaps.json'),
  merge: mergeBasemaps,
  write(holders, next, { before }) {
    const bases = basemapsOf(holders.app.state);
    for (const { id } of before.basemaps) if (!next.basemaps.some((each) => each.id === id)) bases.remove(id);
    // One that is the same but for its key stays, with the key.
    for (const each of next.basemaps) if (!before.basemaps.some((old) => alike(old, each))) bases.add(each);
    for (const id of Object.keys({ ...before.strengths, ...next.strengths }))
      bases.setStrength(id, next.strengths[id] ?? null);
    for (const id of new Set([...before.greys, ...next.greys])) bases.setGrey(id, next.greys.includes(id));
    return Promise.resolve();
  },
};

function ownBasemaps({ app }: Holders): readonly Basemap[] {
  const { list, own } = basemapsOf(app.state);
  return list.peek().filter(({ id }) => own.peek().has(id));
}

/** What is here of one kind, taken at once; its files are made later. */
export interface Taken {
  readonly id: PartId;
  readonly version: number;
  readonly n: number;
  readonly stays: readonly string[];
  readonly files: readonly PartFile[];
}

/** What a file holds of one kind. */
export interface OpenedPart {
  readonly id: PartId;
  readonly n: number;
  /** What would become of each item beside what is here. */
  beside(how: MergeWith): Outcome;
  /** Beside what is here, or instead of it. */
  take(how: MergeWith, instead: boolean): Promise<void>;
}

export interface Part {
  readonly id: PartId;
  readonly version: number;
  /** Every form of its files that it opens. */
  readonly reads: readonly number[];
  here(holders: Holders): Taken;
  /** @throws Error that says what is wrong */
  open(files: readonly ReadFile[]): OpenedPart;
}

function part<T>(id: PartId, row: Row<T>): Part {
  const { version } = row;
  return {
    id,
    version,
    reads: [version, ...(row.reads ?? [])],
    here(holders) {
      const value = row.read(holders);
      return { id, version, n: row.count(value), stays: row.stays?.(holders) ?? [], files: row.files(value) };
    },
    open(files) {
      const there = row.parse(files);
      return {
        id,
        n: row.count(there),
        beside(how) {
          const { value: _, ...outcome } = row.merge(row.read(how.holders), there, how);
          return outcome;
        },
        async take(how, instead) {
          const before = row.read(how.holders);
          const next = instead ? there : row.merge(before, there, how).value;
          await row.write(how.holders, next, { before, there });
        },
      };
    },
  };
}

const ROWS = {
  sets: part('sets', sets),
  servers: part('servers', servers),
  corrections: part('corrections', corrections),
  sketches: part('sketches', sketches),
  shortlist: part('shortlist', shortlist),
  tours: part('tours', tours),
  basemaps: part('basemaps', basemaps),
} satisfies Record<PartId, Part>;

export const PARTS: readonly Part[] = PART_IDS.map((id) => ROWS[id]);

/** Loads whatever holds something of the user's own. */
export async function allHolders(app: Pick<App, 'state' | 'i18n' | 'need'>): Promise<Holders> {
  const { state, need } = app;
  need.imports();
  need.sketches();
  need.shortlist();
  need.presentation();
  const correcting = startCorrections(state);
  const [imports, sketching, list, presentation] = await Promise.all([
    there(() => {
      const { value } = state.imports;
      return value === null || value.loading.value ? null : value;
    }),
    there(() => state.sketches.value),
    there(() => state.invest.list.value),
    there(() => state.present.presentation.value),
  ]);
  await presentation.authoring.loaded;
  return { app, imports, correcting, sketches: sketching, shortlist: list, authoring: presentation.authoring };
}
