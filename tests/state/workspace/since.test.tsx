import { expect, it } from 'vitest';
import { presentationOf } from '../../../src/state/present/presentation.ts';
import { noteSeen, olderRegister } from '../../../src/state/workspace/since.ts';
import { createWorkspace } from '../../../src/state/workspace/workspace.ts';
import { memoryTours, memoryWorkspace } from '../../fixtures/memory-stores.ts';
import { withSets } from '../../fixtures/own-sets.tsx';

it('keeps what this device saw before, once the data are others', async () => {
  const { base } = (await withSets('', [])).state;
  const store = memoryWorkspace();
  const of = (data: string) => ({ ...base, version: { ...base.version, data } });
  await noteSeen(of('a'), store);
  await noteSeen(of('a'), store);
  expect((await store.seen()).before).toBeNull();
  await noteSeen(of('b'), store);
  await noteSeen(of('b'), store);
  expect([(await store.seen()).before?.data, (await store.seen()).now?.data]).toEqual(['a', 'b']);
  await noteSeen(of('c'), store);
  expect((await store.seen()).before?.data).toBe('b');
});

it('reads the register of an older workspace or export, and says what is neither', async () => {
  const app = await withSets('', []);
  presentationOf(app, memoryTours);
  const workspace = createWorkspace(app, memoryWorkspace());
  const { base } = app.state;
  const file = new File([await (await workspace.file()).arrayBuffer()], 'old.zip');
  const older = await olderRegister(file);
  expect([older.data, older.records.length]).toEqual([base.version.data, base.sites.length]);
  // It is compared with, and is no part that a newer version would have left.
  await workspace.open(file);
  expect(workspace.phase.value).toMatchObject({ kind: 'open', opened: { unknown: [] } });

  await expect(olderRegister(new File(['lng,lat'], 'points.csv'))).rejects.toMatchObject({
    kind: 'no-older-register',
    what: 'points.csv',
  });
});
