/**
 * The workspace: all of the user's own as one file, opened beside what is here or instead of it; and snapshots of the same,
 * kept on this device before each large change.
 */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Refused } from '../../data/device/kept-db.ts';
import { askToPersist } from '../../data/device/quota.ts';
import {
  deviceWorkspace,
  type Snapshot,
  type SnapshotReason,
  type WorkspaceStore,
} from '../../data/device/workspace-store.ts';
import {
  type Digests,
  type ManifestHead,
  manifestOf,
  type PartFiles,
  type ReadPart,
  readWorkspaceFile,
  WorkspaceFault,
  workspaceFile,
} from '../../data/workspace/file.ts';
import { messageOf } from '../../domain/error-message.ts';
import type { RegisterState } from '../../domain/schema/register-state.ts';
import { formatAddress, parseAddress } from '../address/address.ts';
import type { App } from '../app.ts';
import type { AppState } from '../app-state.ts';
import type { Outcome } from './merge.ts';
import { allHolders, type Holders, type OpenedPart, PARTS, type PartId, type Taken } from './parts.ts';
import { isRegisterPart, noteSeen, olderRegister, registerPart } from './since.ts';

export type WorkspaceApp = Pick<App, 'state' | 'i18n' | 'need'>;

/** A file that was read and is not taken yet. */
export interface Opened {
  readonly name: string;
  readonly saved: string;
  readonly data: string;
  readonly address: string;
  readonly parts: readonly OpenedPart[];
  /** What a newer version wrote and this one cannot read. */
  readonly unknown: readonly ReadPart[];
  /** What would become of each part beside what is here. */
  readonly beside: Outcomes;
}

export type Outcomes = ReadonlyMap<PartId, Outcome>;

export type Phase =
  | { readonly kind: 'idle' }
  | { readonly kind: 'reading' | 'taking'; readonly name: string }
  | { readonly kind: 'open'; readonly opened: Opened }
  /** `error` is a WorkspaceFault, an ImportError, or what nobody foresaw. Nothing was changed. */
  | { readonly kind: 'failed'; readonly name: string; readonly error: unknown }
  /** It is here, beside what was; or `instead` of it. */
  | { readonly kind: 'done'; readonly opened: Opened; readonly instead: boolean };

interface WorkspaceSignals {
  readonly phase: ReadonlySignal<Phase>;
  /** The latest first; null until they were asked for. */
  readonly snapshots: ReadonlySignal<readonly Snapshot[] | null>;
}

export type Workspace = ReturnType<typeof createWorkspace>;

export function createWorkspace(app: WorkspaceApp, store: WorkspaceStore = deviceWorkspace(), now = () => new Date()) {
  const digests: Digests = new WeakMap();
  const phase = signal<Phase>({ kind: 'idle' });
  const snapshots = signal<readonly Snapshot[] | null>(null);
  const signals: WorkspaceSignals = { phase, snapshots };

  /** What is looked at, without the panel that it is saved from. */
  const head = (): ManifestHead => {
    const address = app.state.address.peek();
    return {
      saved: now().toISOString(),
      data: app.state.base.version.data,
      address: formatAddress(address.view === 'workspace' ? { ...address, view: null } : address),
    };
  };

  /** What is here now of every kind. */
  async function taken(): Promise<readonly Taken[]> {
    const holders = await allHolders(app);
    return PARTS.map((part) => part.here(holders));
  }

  async function withUnknown(parts: readonly PartFiles[]): Promise<readonly PartFiles[]> {
    return [...parts, ...(await store.unknownParts()).map(writtenAgain)];
  }

  async function snapshot(why: SnapshotReason, what = ''): Promise<Refused | null> {
    const here = await taken();
    const parts = await withUnknown(here);
    const manifest = await manifestOf(head(), parts, digests);
    const contents = parts.flatMap(({ files }, at) =>
      files.map(({ bytes }, n) => ({ digest: manifest.parts[at]?.files[n]?.digest ?? '', bytes })),
    );
    const counts = Object.fromEntries(here.map(({ id, n }) => [id, n]));
    const refused = await store.add({ id: crypto.randomUUID(), why, what, manifest, counts }, contents);
    if (snapshots.peek() !== null) await list();
    void askToPersist();
    return refused;
  }

  async function list(): Promise<void> {
    snapshots.value = await store.snapshots();
  }

  function opening(name: string, read: ReadWorkspace, holders: Holders): Opened {
    const { saved } = read;
    const newSets = new Map<string, string>();
    return {
      name,
      ...read,
      beside: new Map(read.parts.map((part) => [part.id, part.beside({ holders, saved, newSets })])),
    };
  }

  /** Puts all of it in its place; what cannot be read here is kept to be written again. */
  async function put({ parts, saved, unknown }: Pick<Opened, 'parts' | 'saved' | 'unknown'>, instead: boolean) {
    const holders = await allHolders(app);
    const newSets = new Map<string, string>();
    for (const part of parts) await part.take({ holders, saved, newSets }, instead);
    const known = instead ? [] : await store.unknownParts();
    const fresh = unknown.filter((part) => !known.some((other) => samePart(part, other)));
    if (instead || fresh.length > 0) await store.setUnknownParts([...known, ...fresh]);
  }

  return {
    ...signals,
    taken,
    unknownParts: () => store.unknownParts(),
    /** The file, with everything that may leave the device. */
    async file(): Promise<Blob> {
      const parts = [...(await taken()), registerPart(app.state.base)];
      return workspaceFile(head(), await withUnknown(parts), digests);
    },
    /** Reads a file, and changes nothing of what is here. */
    async open(file: File): Promise<void> {
      const { name } = file;
      phase.value = { kind: 'reading', name };
      try {
        const { manifest, parts } = await readWorkspaceFile(file);
        const read = readParts(manifest, parts);
        phase.value = { kind: 'open', opened: opening(name, read, await allHolders(app)) };
      } catch (error) {
        phase.value = { kind: 'failed', name, error };
      }
    },
    /** Gives up what was opened. */
    forget(): void {
      phase.value = { kind: 'idle' };
    },
    /** Takes what was opened, after a snapshot; without one nothing is put in the place of anything. */
    async take(instead: boolean): Promise<void> {
      const before = phase.peek();
      if (before.kind !== 'open') return;
      const { opened } = before;
      const { name } = opened;
      phase.value = { kind: 'taking', name };
      try {
        const refused = await snapshot('opened', name);
        if (refused !== null && instead) throw new WorkspaceFault('no-snapshot');
        await put(opened, instead);
        if (instead) app.state.actions.restore(parseAddress(opened.address));
        phase.value = { kind: 'done', opened, instead };
      } catch (error) {
        phase.value = { kind: 'failed', name, error };
      }
    },
    /** What this device saw of the register before its present version; null where it has seen no other. */
    async seenBefore(): Promise<RegisterState | null> {
      await noteSeen(app.state.base, store);
      return (await store.seen()).before;
    },
    noteSeen: () => noteSeen(app.state.base, store),
    olderRegister,
    snapshot,
    list,
    async removeSnapshot(id: string): Promise<void> {
      await store.remove(id);
      await list();
    },
    /** Puts what a snapshot holds in the place of what is here, after another one. False where it is not whole. */
    async restore(which: Snapshot): Promise<boolean> {
      const parts = await store.parts(which);
      if (parts === null) return false;
      const read = readParts(which.manifest, parts);
      if ((await snapshot('restored', which.manifest.saved)) !== null) return false;
      await put(read, true);
      return true;
    },
  };
}

type ReadWorkspace = Omit<Opened, 'name' | 'beside'>;

/** What this version reads of the parts, and what it does not. @throws WorkspaceFault */
function readParts({ saved, data, address }: ManifestHead, parts: readonly ReadPart[]): ReadWorkspace {
  const unknown: ReadPart[] = [];
  const known: OpenedPart[] = [];
  for (const read of parts) {
    const part = PARTS.find(({ id, reads }) => id === read.id && reads.includes(read.version));
    if (part === undefined) {
      if (!isRegisterPart(read)) unknown.push(read);
      continue;
    }
    try {
      known.push(part.open(read.files));
    } catch (error) {
      throw new WorkspaceFault('part-unreadable', read.id, messageOf(error));
    }
  }
  return { saved, data, address, parts: known, unknown };
}

const writtenAgain = ({ id, version, files }: ReadPart): PartFiles => ({
  id,
  version,
  files: files.map(({ name, bytes }) => ({ name, bytes: () => bytes, of: bytes })),
});

function samePart(one: ReadPart, other: ReadPart): boolean {
  return (
    one.id === other.id &&
    one.version === other.version &&
    one.files.length === other.files.length &&
    one.files.every(({ name, bytes }, at) => {
      const file = other.files[at];
      return (
        file?.name === name && file.bytes.length === bytes.length && bytes.every((byte, i) => byte === file.bytes[i])
      );
    })
  );
}

const made = new WeakMap<AppState['base'], Workspace>();

/** The one of a page, whoever asks first. */
export function workspaceOf(app: WorkspaceApp): Workspace {
  const { base } = app.state;
  const known = made.get(base) ?? createWorkspace(app);
  made.set(base, known);
  return known;
}
