/**
 * Snapshots of what this device keeps, and parts of workspaces that a newer version wrote, in IndexedDB. The contents of
 * snapshots are kept once each, under their digests, however many snapshots have them.
 */
import type { DBSchema } from 'idb';
import { pacedDigest } from '../../domain/digest.ts';
import type { RegisterState } from '../../domain/schema/register-state.ts';
import type { Manifest, ReadFile, ReadPart } from '../workspace/file.ts';
import { keptDb, type Refused, refusalOf } from './kept-db.ts';

/** Before what a snapshot was made. */
export const SNAPSHOT_REASONS = ['opened', 'restored', 'removed', 'replaced', 'withdrawn', 'taken', 'asked'] as const;
export type SnapshotReason = (typeof SNAPSHOT_REASONS)[number];

export interface Snapshot {
  readonly id: string;
  readonly why: SnapshotReason;
  /** The thing that was about to change, in the user's words; empty where there is none. */
  readonly what: string;
  readonly manifest: Manifest;
  /** How many things of each part it holds. */
  readonly counts: Readonly<Record<string, number>>;
}

/** Digest and bytes of a content. */
export interface Content {
  readonly digest: string;
  bytes(): Uint8Array<ArrayBuffer>;
}

/** The register as this device saw it. */
export interface Seen {
  readonly now: RegisterState | null;
  /** Of the version before that. */
  readonly before: RegisterState | null;
}

interface Schema extends DBSchema {
  snapshots: { key: string; value: Snapshot };
  contents: { key: string; value: Uint8Array<ArrayBuffer> };
  unknown: { key: string; value: readonly ReadPart[] };
  seen: { key: string; value: Seen };
}

export const MOST_SNAPSHOTS = 10;

export interface WorkspaceStore {
  /** The latest first. */
  snapshots(): Promise<readonly Snapshot[]>;
  /** Keeps one, and lets go of the oldest where there are too many. Null when it was kept. */
  add(snapshot: Snapshot, contents: readonly Content[]): Promise<Refused | null>;
  remove(id: string): Promise<void>;
  /** What it holds; null where something of it is not there or not whole. */
  parts(snapshot: Snapshot): Promise<readonly ReadPart[] | null>;
  /** Parts that this version cannot read. */
  unknownParts(): Promise<readonly ReadPart[]>;
  setUnknownParts(parts: readonly ReadPart[]): Promise<Refused | null>;
  seen(): Promise<Seen>;
  setSeen(seen: Seen): Promise<Refused | null>;
}

const NAME = 'foshan-224-map.workspace';
const UNKNOWN = 'parts';
const SEEN = 'register';

export function deviceWorkspace(): WorkspaceStore {
  const { attempt } = keptDb<Schema>(NAME, ['snapshots', 'contents', 'unknown', 'seen']);
  const latest = (all: readonly Snapshot[]) =>
    [...all].sort((a, b) => b.manifest.saved.localeCompare(a.manifest.saved, 'en'));
  return {
    snapshots: () =>
      attempt(
        async (db) => latest(await db.getAll('snapshots')),
        () => [],
      ),
    add: (snapshot, contents) =>
      attempt(async (db) => {
        for (const { digest, bytes } of contents)
          if ((await db.getKey('contents', digest)) === undefined) await db.put('contents', bytes(), digest);
        await db.put('snapshots', snapshot, snapshot.id);
        const all = latest(await db.getAll('snapshots'));
        for (const { id } of all.slice(MOST_SNAPSHOTS)) await db.delete('snapshots', id);
        await sweep(db, all.slice(0, MOST_SNAPSHOTS));
        return null;
      }, refusalOf),
    remove: (id) =>
      attempt(
        async (db) => {
          await db.delete('snapshots', id);
          await sweep(db, await db.getAll('snapshots'));
        },
        () => undefined,
      ),
    parts: ({ manifest }) =>
      attempt(
        async (db) => {
          const parts: ReadPart[] = [];
          for (const { id, version, files } of manifest.parts) {
            const read = await Promise.all(
              files.map(async ({ name, digest }) => ({ name, digest, bytes: await db.get('contents', digest) })),
            );
            const whole: ReadFile[] = [];
            for (const { name, digest, bytes } of read) {
              if (bytes !== undefined && (await pacedDigest(bytes)) === digest) whole.push({ name, bytes });
            }
            if (whole.length < files.length) return null;
            parts.push({ id, version, files: whole });
          }
          return parts;
        },
        () => null,
      ),
    unknownParts: () =>
      attempt(
        async (db) => (await db.get('unknown', UNKNOWN)) ?? [],
        () => [],
      ),
    seen: () =>
      attempt(
        async (db) => (await db.get('seen', SEEN)) ?? { now: null, before: null },
        () => ({ now: null, before: null }),
      ),
    setSeen: (seen) =>
      attempt(async (db) => {
        await db.put('seen', seen, SEEN);
        return null;
      }, refusalOf),
    setUnknownParts: (parts) =>
      attempt(async (db) => {
        await db.put('unknown', parts, UNKNOWN);
        return null;
      }, refusalOf),
  };
}

type Db = Parameters<Parameters<ReturnType<typeof keptDb<Schema>>['attempt']>[0]>[0];

/** Lets go of contents that no snapshot has. */
async function sweep(db: Db, snapshots: readonly Snapshot[]): Promise<void> {
  const used = new Set(
    snapshots.flatMap(({ manifest }) => manifest.parts.flatMap(({ files }) => files.map(({ digest }) => digest))),
  );
  for (const digest of await db.getAllKeys('contents')) if (!used.has(digest)) await db.delete('contents', digest);
}
