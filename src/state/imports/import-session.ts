/** One file on its way in: opened, confirmed, read. It goes on behind a closed panel; cancelling changes nothing. */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { JoinReport } from '../../analysis/key-join.ts';
import type { ImportClient, Waiting } from '../../data/import/client.ts';
import { type FileGroup, groupFiles } from '../../data/import/file-groups.ts';
import { ImportError, type Note, note } from '../../data/import/guards/notes.ts';
import type { Roles } from '../../data/import/guess/placeable.ts';
import type { Choices, Imported, Preview, Progress, Reading } from '../../data/import/types.ts';
import { messageOf } from '../../domain/error-message.ts';
import type { OffsetDatum } from '../../domain/point-set.ts';
import { measureSince } from '../timing.ts';
import { type AreaRead, readArea } from './read-area.ts';

export type ImportPhase =
  | { readonly kind: 'idle' }
  | { readonly kind: 'opening'; readonly file: File }
  /** `failure`: why the file could not be looked at in the other way that was asked for last. */
  | { readonly kind: 'confirm'; readonly file: File; readonly preview: Preview; readonly failure: Note | null }
  | { readonly kind: 'importing'; readonly file: File; readonly preview: Preview; readonly progress: Progress }
  | { readonly kind: 'done'; readonly setId: string }
  /** A table was joined to the rows of a set. */
  | { readonly kind: 'joined'; readonly report: JoinReport }
  | { readonly kind: 'failed'; readonly fileName: string; readonly failure: Note };

export type ImportSession = ReturnType<typeof createImportSession>;

export function noteOf(error: unknown): Note {
  if (error instanceof ImportError) return { code: error.code, params: error.params };
  return note('internal', { message: messageOf(error) });
}

/**
 * @param client is asked for with the first file
 * @param take gets what was read; the id of the set whose place it took, or null where it is a set of its own
 */
export function createImportSession(client: () => Promise<ImportClient>, take: (imported: Imported) => string | null) {
  const phase = signal<ImportPhase>({ kind: 'idle' });
  /** Who reads has said nothing for long: it is busy, or it was ended without a word. */
  const silent = signal(false);
  /** Files that came with the one that is read and come after it. */
  const queue = signal<readonly FileGroup[]>([]);
  /** What belongs to the file that is read. */
  let group: FileGroup | null = null;
  let running: AbortController | null = null;

  const besideOf = (file: File) => (group?.file === file ? group.beside : []);

  /** Starts a step; what an earlier one still answers is no longer heard. */
  async function step(
    fileName: string,
    work: (waiting: Waiting, current: () => boolean) => Promise<void>,
    failed: (failure: Note) => ImportPhase = (failure) => ({ kind: 'failed', fileName, failure }),
  ): Promise<void> {
    running?.abort();
    const own = new AbortController();
    running = own;
    const current = () => running === own;
    const onSilence = (now: boolean) => {
      if (current()) silent.value = now;
    };
    silent.value = false;
    try {
      await work({ signal: own.signal, onSilence }, current);
    } catch (error) {
      if (!current()) return;
      const failure = noteOf(error);
      phase.value = failure.code === 'cancelled' ? { kind: 'idle' } : failed(failure);
    } finally {
      if (current()) silent.value = false;
    }
  }

  const signals: {
    readonly phase: ReadonlySignal<ImportPhase>;
    readonly silent: ReadonlySignal<boolean>;
    readonly queue: ReadonlySignal<readonly FileGroup[]>;
  } = { phase, silent, queue };

  /** Looks into a file; with other columns or another sheet, looks again. */
  function open(file: File, reading: Reading = {}, roles: Roles | null = null): Promise<void> {
    const before = phase.peek();
    // Looking again keeps what is shown until the answer is there.
    const again = before.kind === 'confirm' && before.file === file ? before : null;
    if (again === null) phase.value = { kind: 'opening', file };
    return step(
      file.name,
      async (waiting, current) => {
        const preview = await (await client()).open(file, reading, roles, { ...waiting, beside: besideOf(file) });
        if (current()) phase.value = { kind: 'confirm', file, preview, failure: null };
      },
      again === null ? undefined : (failure) => ({ ...again, failure }),
    );
  }

  function openGroups([first, ...others]: readonly FileGroup[]): Promise<void> {
    queue.value = others;
    if (first === undefined) return Promise.resolve();
    group = first;
    return open(first.file);
  }

  function added(imported: Imported): ImportPhase {
    return { kind: 'done', setId: take(imported) ?? imported.set.id };
  }

  return {
    ...signals,
    open,
    /** Files that came together: the first is looked into, the others wait; loose parts of a Shapefile are one. */
    openAll: (files: readonly File[]): Promise<void> => openGroups(groupFiles(files)),
    /** Goes on with the next of those that wait. */
    next: (): Promise<void> => openGroups(queue.peek()),
    /** Those that wait are not read. */
    forget(): void {
      queue.value = [];
    },
    /** The user waits on; of a further silence they are told again. */
    waitOn(): void {
      silent.value = false;
    },
    /**
     * Reads the whole file as chosen.
     *
     * @param use takes what was read, and says what shows then; a set of its own where absent
     */
    run(choices: Choices, use: (imported: Imported) => ImportPhase = added): Promise<void> {
      const confirmed = phase.peek();
      if (confirmed.kind !== 'confirm') return Promise.resolve();
      const { file, preview } = confirmed;
      const start = performance.now();
      phase.value = { kind: 'importing', file, preview, progress: { bytesRead: 0, bytesTotal: file.size, rows: 0 } };
      return step(file.name, async (waiting, current) => {
        const onProgress = (progress: Progress) => {
          if (current() && phase.peek().kind === 'importing')
            phase.value = { kind: 'importing', file, preview, progress };
        };
        const imported = await (await client()).import(file, choices, onProgress, {
          ...waiting,
          beside: besideOf(file),
        });
        if (!current()) return;
        const next = use(imported);
        measureSince('import', start);
        phase.value = next;
      });
    },
    /** The first area of a file, which becomes no set. @throws ImportError */
    async readArea(found: FileGroup, said: OffsetDatum): Promise<AreaRead | null> {
      return readArea(await client(), found, said);
    },
    /** The rows of an import once the user has said which datum they are in. Rejects where the worker cannot. */
    async settleDatum(imported: Imported, said: OffsetDatum): Promise<Imported> {
      return (await client()).settleDatum(imported, said);
    },
    /** Gives up what is running and closes what is open; sets stay as they were. */
    cancel(): void {
      running?.abort();
      running = null;
      silent.value = false;
      phase.value = { kind: 'idle' };
    },
  };
}
