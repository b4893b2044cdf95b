/** Where a base map's bytes come from: the device, else the address; and the way from one to the other. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { downloadArchive } from '../../../src/data/basemap/download.ts';
import { ArchiveFault } from '../../../src/data/basemap/fault.ts';
import { basemapArchive } from '../../../src/data/basemap/source.ts';
import type { BasemapFiles } from '../../../src/data/device/basemap-files.ts';
import { createHttp } from '../../../src/data/remote/http.ts';
import { addBasemapFile, removeBasemap } from '../../../src/state/basemaps/basemap-file.ts';
import { createBasemaps } from '../../../src/state/basemaps/basemaps.ts';
import { protomapsFile } from '../../fixtures/basemap/protomaps.ts';

const ADDRESS = 'https://maps.example/town.pmtiles';
const BYTES = protomapsFile();

/** A device that keeps in memory, or refuses. */
function memoryFiles(refuses: 'full' | null = null): BasemapFiles {
  const held = new Map<string, { file: Blob; from: string | null }>();
  return {
    async of(id, from) {
      const kept = held.get(id);
      return kept?.from === from ? kept.file : null;
    },
    async keep(id, file, from) {
      held.set(id, { file, from });
      return refuses;
    },
    async remove(id) {
      held.delete(id);
    },
  };
}

/** Answers ranges, and the whole without one. */
const server = () =>
  vi.fn<typeof fetch>(async (_, init) => {
    const [, from, to] = /bytes=(\d+)-(\d+)/.exec(new Headers(init?.headers).get('range') ?? '') ?? [];
    if (from === undefined) return new Response(BYTES, { headers: { 'content-length': `${BYTES.length}` } });
    return new Response(BYTES.slice(Number(from), Number(to) + 1), { status: 206 });
  });

const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: unknown) => (error instanceof ArchiveFault ? error.code : String(error)),
  );

afterEach(() => localStorage.clear());

describe('a base map’s file', () => {
  it('is read from its address until the device has it, from then on from there', async () => {
    const ask = server();
    const files = memoryFiles();
    const opened = basemapArchive({ id: 'town', pmtiles: ADDRESS }, files, createHttp(ask));
    expect(await (await opened()).tile(8, 208, 111)).not.toBeNull();
    const asked = ask.mock.calls.length;
    expect(asked).toBeGreaterThan(0);
    await files.keep('town', new Blob([BYTES]), ADDRESS);
    expect(await (await opened()).tile(8, 207, 111)).not.toBeNull();
    expect(ask.mock.calls).toHaveLength(asked);
  });

  it('that is a copy of another address is not taken', async () => {
    const files = memoryFiles();
    await files.keep('town', new Blob([BYTES]), 'https://maps.example/former.pmtiles');
    const ask = server();
    await basemapArchive({ id: 'town', pmtiles: ADDRESS }, files, createHttp(ask))();
    expect(ask.mock.calls.length).toBeGreaterThan(0);
  });

  it('that was picked and is not there any more says so', async () => {
    expect(await codeOf(basemapArchive({ id: 'own-1', pmtiles: null }, memoryFiles())())).toBe('gone');
  });

  it('at an address says what went wrong, and is asked for again', async () => {
    let status = 0;
    const ask = vi.fn<typeof fetch>(async (input, init) => {
      if (status === 0) throw new TypeError('Failed to fetch');
      return status === 206 ? server()(input, init) : new Response(BYTES, { status });
    });
    const opened = basemapArchive({ id: 'town', pmtiles: ADDRESS }, memoryFiles(), createHttp(ask));
    expect(await codeOf(opened())).toBe('unreachable');
    status = 404;
    expect(await codeOf(opened())).toBe('status');
    status = 200;
    expect(await codeOf(opened())).toBe('no-ranges');
    status = 206;
    expect(await codeOf(opened())).toBeNull();
  });
});

describe('downloading', () => {
  it('tells how far it is and gives the file', async () => {
    const steps: [number, number | null][] = [];
    const file = await downloadArchive(
      ADDRESS,
      (come, all) => steps.push([come, all]),
      new AbortController().signal,
      server(),
    );
    expect(file.size).toBe(BYTES.length);
    expect(steps.at(-1)).toEqual([BYTES.length, BYTES.length]);
  });

  it('gives nothing that is no base map, and stops at a word', async () => {
    const page = vi.fn<typeof fetch>(async () => new Response(`<html>${' '.repeat(300)}`));
    expect(await codeOf(downloadArchive(ADDRESS, () => {}, new AbortController().signal, page))).toBe('not-pmtiles');
    const missing = vi.fn<typeof fetch>(async () => new Response('', { status: 404 }));
    expect(await codeOf(downloadArchive(ADDRESS, () => {}, new AbortController().signal, missing))).toBe('status');
    const stopped = new AbortController();
    stopped.abort(new Error('stopped'));
    const never = vi.fn<typeof fetch>(async (_, init) => Promise.reject(init?.signal?.reason));
    expect(await codeOf(downloadArchive(ADDRESS, () => {}, stopped.signal, never))).toBe('Error: stopped');
  });
});

describe('a file that the user picks', () => {
  const picked = (name = 'town.pmtiles') => new File([BYTES], name);

  it('becomes a base map with the credit that it states, and is kept', async () => {
    const [bases, files] = [createBasemaps([]), memoryFiles()];
    const { basemap, refused } = await addBasemapFile(picked(), bases, files);
    expect(refused).toBeNull();
    expect(bases.list.value).toEqual([basemap]);
    expect(basemap).toMatchObject({
      kind: 'pmtiles',
      label: 'town',
      attribution: 'Protomaps © OpenStreetMap',
      pmtiles: null,
    });
    expect((await files.of(basemap.id, null))?.size).toBe(BYTES.length);
    await removeBasemap(basemap.id, bases, files);
    expect(bases.list.value).toEqual([]);
    expect(await files.of(basemap.id, null)).toBeNull();
  });

  it('takes the place of one of the same name', async () => {
    const [bases, files] = [createBasemaps([]), memoryFiles()];
    const first = await addBasemapFile(picked(), bases, files);
    const again = await addBasemapFile(picked(), bases, files);
    await addBasemapFile(picked('other.pmtiles'), bases, files);
    expect(again.basemap.id).toBe(first.basemap.id);
    expect(bases.list.value.map(({ label }) => label)).toEqual(['town', 'other']);
  });

  it('is listed also where the device has no room for it', async () => {
    const bases = createBasemaps([]);
    const { refused } = await addBasemapFile(picked(), bases, memoryFiles('full'));
    expect(refused).toBe('full');
    expect(bases.list.value).toHaveLength(1);
  });

  it('that is no base map leaves the list as it is', async () => {
    const bases = createBasemaps([]);
    const page = new File([`<html>${' '.repeat(300)}`], 'page.pmtiles');
    expect(await codeOf(addBasemapFile(page, bases, memoryFiles()))).toBe('not-pmtiles');
    expect(bases.list.value).toEqual([]);
  });
});
