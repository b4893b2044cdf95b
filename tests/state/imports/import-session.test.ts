import { describe, expect, it, vi } from 'vitest';
import type { ImportClient } from '../../../src/data/import/client.ts';
import { ImportError } from '../../../src/data/import/guards/notes.ts';
import type { Choices, Imported, Preview } from '../../../src/data/import/types.ts';
import { createImportSession } from '../../../src/state/imports/import-session.ts';
import { importClient } from '../../fixtures/import-client.ts';
import { PREVIEW, smallImport } from '../../fixtures/imported.ts';

const FILE = new File(['x'], '企业.csv');
const CHOICES: Choices = {
  id: 'a',
  name: '甲',
  reading: {},
  roles: { x: 2, y: 3 },
  datum: 'wgs84',
  swapped: false,
  clusters: [],
};

function sessionWith(client: Partial<ImportClient>) {
  const take = vi.fn<(imported: Imported) => string | null>(() => null);
  return { session: createImportSession(() => Promise.resolve(importClient(client)), take), take };
}

describe('a file on its way in', () => {
  it('is looked into, confirmed, read with progress and taken', async () => {
    const seen: number[] = [];
    const { session, take } = sessionWith({
      import(_file, _choices, onProgress) {
        onProgress({ bytesRead: 5, bytesTotal: 10, rows: 2 });
        const now = session.phase.value;
        if (now.kind === 'importing') seen.push(now.progress.rows);
        return Promise.resolve(smallImport());
      },
    });
    await session.open(FILE);
    expect(session.phase.value).toMatchObject({ kind: 'confirm', preview: PREVIEW });
    await session.run(CHOICES);
    expect(seen).toEqual([2]);
    expect(take).toHaveBeenCalledOnce();
    expect(session.phase.value).toEqual({ kind: 'done', setId: 'import-1' });
  });

  it('that is cancelled is not taken, though the worker still answers', async () => {
    let answer: (imported: Imported) => void = () => undefined;
    let aborted = false;
    const { session, take } = sessionWith({
      import: (_file, _choices, _progress, waiting) =>
        new Promise((resolve) => {
          waiting?.signal?.addEventListener('abort', () => (aborted = true));
          answer = resolve;
        }),
    });
    await session.open(FILE);
    const running = session.run(CHOICES);
    await Promise.resolve();
    session.cancel();
    await Promise.resolve();
    answer(smallImport());
    await running;
    expect(aborted).toBe(true);
    expect(take).not.toHaveBeenCalled();
    expect(session.phase.value).toEqual({ kind: 'idle' });
  });

  it('that fails says why, and what is no import error is told as such', async () => {
    const { session } = sessionWith({ open: () => Promise.reject(new ImportError('xlsx-password')) });
    await session.open(FILE);
    expect(session.phase.value).toEqual({
      kind: 'failed',
      fileName: '企业.csv',
      failure: { code: 'xlsx-password', params: {} },
    });
    const other = sessionWith({ open: () => Promise.reject(new TypeError('boom')) });
    await other.session.open(FILE);
    expect(other.session.phase.value).toMatchObject({ failure: { code: 'internal', params: { message: 'boom' } } });
  });

  it('opened after another is the one that counts', async () => {
    const answers: ((preview: Preview) => void)[] = [];
    const { session } = sessionWith({ open: () => new Promise((resolve) => answers.push(resolve)) });
    const first = session.open(FILE);
    const next = new File(['y'], 'second.csv');
    const second = session.open(next);
    await Promise.resolve();
    await Promise.resolve();
    answers[1]?.({ ...PREVIEW, fileName: 'second.csv' });
    answers[0]?.(PREVIEW);
    await Promise.all([first, second]);
    expect(session.phase.value).toMatchObject({ kind: 'confirm', file: next });
  });
});
