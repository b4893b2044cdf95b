import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { DEVICE_KEYS } from '../../../src/data/device/keys.ts';
import { workspaceFile } from '../../../src/data/workspace/file.ts';
import { basemapsOf } from '../../../src/state/basemaps/basemaps.ts';
import { presentationOf } from '../../../src/state/present/presentation.ts';
import { PART_IDS, TRAVELS_WITH } from '../../../src/state/workspace/parts.ts';
import { createWorkspace } from '../../../src/state/workspace/workspace.ts';
import { moved } from '../../fixtures/corrections.ts';
import { smallSet } from '../../fixtures/imported.ts';
import { memoryTours, memoryWorkspace } from '../../fixtures/memory-stores.ts';
import { withSets } from '../../fixtures/own-sets.tsx';
import { stopOf, tourOf } from '../../fixtures/tour.ts';

/** A page whose device keeps snapshots; `store` of another page of the same device. */
async function page(hash = '', store = memoryWorkspace()) {
  localStorage.clear();
  const app = await withSets(hash, []);
  presentationOf(app, memoryTours);
  app.need.shortlist();
  app.need.sketches();
  const workspace = createWorkspace(app, store, () => new Date('2026-03-04T05:06:07Z'));
  const { list } = app.state.invest;
  const parts = () => ({
    list: list.value,
    sketches: app.state.sketches.value,
    authoring: app.state.present.presentation.value?.authoring,
  });
  return { app, workspace, store, parts };
}

/** A page with something of every kind. */
async function filled() {
  const made = await page('mode=invest&lang=en');
  const { app, parts } = made;
  const [site] = app.state.base.sites.filter(({ position }) => position !== null);
  if (site === undefined) throw new Error('the tests have a placed site');
  await app.imports.add({ ...(await importOf('import-1')), set: smallSet() });
  app.imports.restyle('import-1', { colour: 'red' });
  await app.imports.settled();
  app.correcting.add(moved(site, [113.1, 23.1]));
  const { list, sketches, authoring } = parts();
  list?.add(site.id);
  list?.setNote(site.id, '近地铁');
  sketches?.add('point', [[113.1, 23]], '这里');
  authoring?.open(tourOf('a'));
  await authoring?.save();
  basemapsOf(app.state).setTiandituKey('secret-key');
  basemapsOf(app.state).add({
    id: 'own-1',
    kind: 'tiles',
    label: '有钥匙的',
    attribution: '©',
    approval: null,
    layers: [{ tiles: ['https://a.example/{z}/{x}/{y}?tk=secret-key'], minzoom: 0, maxzoom: 18, tileSize: 256 }],
    datum: 'WGS-84',
  });
  return { ...made, site };
}

async function importOf(id: string) {
  const { smallImport } = await import('../../fixtures/imported.ts');
  return smallImport(id);
}

const fileOf = async (blob: Blob, name = 'w.zip') => new File([await blob.arrayBuffer()], name);

describe('the table of what a device keeps', () => {
  it('says of every key where it goes', () => {
    expect(Object.keys(TRAVELS_WITH).sort()).toEqual(Object.keys(DEVICE_KEYS).sort());
    const parts = new Set(Object.values(TRAVELS_WITH));
    for (const id of PART_IDS) if (id !== 'tours') expect(parts.has(id), id).toBe(true);
  });
});

describe('a workspace', () => {
  it('goes whole to another device, without keys of map services', async () => {
    const { workspace, site } = await filled();
    const blob = await workspace.file();
    const files = unzipSync(new Uint8Array(await blob.arrayBuffer()));
    expect(
      Object.values(files)
        .map((bytes) => strFromU8(bytes))
        .join(),
    ).not.toContain('secret-key');
    expect((await workspace.taken()).flatMap(({ stays }) => stays)).toEqual(['有钥匙的']);

    const other = await page();
    await other.workspace.open(await fileOf(blob));
    expect(other.workspace.phase.value.kind).toBe('open');
    expect(other.app.imports.sets.value).toEqual([]);
    await other.workspace.take(true);
    expect(other.workspace.phase.value.kind).toBe('done');
    const { app } = other;
    expect(app.imports.sets.value.map(({ id, look, set }) => [id, look.colour, set.count])).toEqual([
      ['import-1', 'red', 3],
    ]);
    expect(app.imports.sets.value[0]?.receipt.fileName).toBe('企业.csv');
    expect(app.state.corrections.list.value.map(({ record }) => record)).toEqual([site.id]);
    const { list, sketches, authoring } = other.parts();
    expect([list?.own.value, list?.notes.value]).toEqual([[site.id], { [site.id]: '近地铁' }]);
    expect(sketches?.list.value.map(({ text }) => text)).toEqual(['这里']);
    expect(authoring?.own.value.map(({ stops }) => stops[0]?.id)).toEqual(['a']);
    expect([app.state.mode.value, app.state.lang.value]).toEqual(['invest', 'en']);
  });

  it('opened twice beside itself adds nothing', async () => {
    const { workspace, app } = await filled();
    await workspace.open(await fileOf(await workspace.file()));
    const { phase } = workspace;
    if (phase.value.kind !== 'open') throw new Error(phase.value.kind);
    const { beside } = phase.value.opened;
    expect([...beside.values()].flatMap(({ added, renamed, stays }) => [...added, ...renamed, ...stays])).toEqual([]);
    await workspace.take(false);
    expect(app.imports.sets.value.length).toBe(1);
    expect(app.state.corrections.list.value.length).toBe(1);
  });

  it('keeps what a newer version wrote, and writes it out again', async () => {
    const { workspace } = await page();
    const rain = {
      id: 'weather',
      version: 3,
      files: [{ name: 'rain.json', bytes: () => new TextEncoder().encode('[1]'), of: null }],
    };
    const newer = { id: 'sets', version: 9, files: [{ name: '1/rows.bin', bytes: () => Uint8Array.of(1), of: null }] };
    const head = { saved: '2027-01-01T00:00:00.000Z', data: 'x', address: '' };
    const file = await fileOf(await workspaceFile(head, [rain, newer], new WeakMap()));
    for (let times = 0; times < 2; times++) {
      await workspace.open(file);
      await workspace.take(false);
    }
    const again = unzipSync(new Uint8Array(await (await workspace.file()).arrayBuffer()));
    expect(strFromU8(again['weather/rain.json'] ?? new Uint8Array())).toBe('[1]');
    expect([...(again['sets/1/rows.bin'] ?? again['sets-2/1/rows.bin'] ?? [])]).toEqual([1]);
    expect(Object.keys(again).filter((name) => name.endsWith('rain.json'))).toEqual(['weather/rain.json']);
  });

  it('opens tours as the version before wrote them, without images and hidden stops', async () => {
    const { workspace, app } = await page();
    const { image: _, hidden: __, ...stop } = stopOf('a');
    const tours = JSON.stringify({ tours: [{ ...tourOf(), stops: [stop] }], drafts: [] });
    const files = [{ name: 'tours.json', bytes: () => new TextEncoder().encode(tours), of: null }];
    const head = { saved: '2026-01-01T00:00:00Z', data: 'x', address: '' };
    await workspace.open(await fileOf(await workspaceFile(head, [{ id: 'tours', version: 1, files }], new WeakMap())));
    await workspace.take(false);
    expect(presentationOf(app).authoring.own.value).toEqual([{ ...tourOf(), stops: [stopOf('a')] }]);
  });

  it('that is bad changes nothing and says why', async () => {
    const { workspace, app } = await filled();
    const bad = {
      id: 'corrections',
      version: 1,
      files: [
        {
          name: 'corrections.json',
          bytes: () => new TextEncoder().encode('{"schema":1,"corrections":[{}]}'),
          of: null,
        },
      ],
    };
    const file = await fileOf(
      await workspaceFile({ saved: '2026-01-01T00:00:00Z', data: 'x', address: '' }, [bad], new WeakMap()),
    );
    await workspace.open(file);
    expect(workspace.phase.value).toMatchObject({
      kind: 'failed',
      error: { kind: 'part-unreadable', what: 'corrections' },
    });
    expect(app.state.corrections.list.value.length).toBe(1);
  });

  it('is not put in the place of anything without a snapshot', async () => {
    const { workspace } = await filled();
    const file = await fileOf(await workspace.file());
    const other = await page('', memoryWorkspace({ full: true }));
    await other.workspace.open(file);
    await other.workspace.take(true);
    expect(other.workspace.phase.value).toMatchObject({ kind: 'failed', error: { kind: 'no-snapshot' } });
    expect(other.app.imports.sets.value).toEqual([]);
  });
});

describe('a snapshot', () => {
  it('brings back what was there, and shares what did not change', async () => {
    const { workspace, store, app, site } = await filled();
    await workspace.snapshot('asked');
    const size = store.contents.size;
    app.correcting.withdrawAll();
    await workspace.snapshot('asked');
    // The corrections alone are others.
    expect(store.contents.size).toBe(size + 1);
    await app.imports.remove('import-1');
    await workspace.list();
    const [, first] = workspace.snapshots.value ?? [];
    if (first === undefined) throw new Error('there are two');
    expect(first.counts).toMatchObject({ sets: 1, corrections: 1, sketches: 1, shortlist: 1, tours: 1 });
    expect(await workspace.restore(first)).toBe(true);
    expect(app.imports.sets.value.map(({ id }) => id)).toEqual(['import-1']);
    expect(app.state.corrections.list.value.map(({ record }) => record)).toEqual([site.id]);
    expect(workspace.snapshots.value?.map(({ why }) => why)).toEqual(['restored', 'asked', 'asked']);
  });
});
