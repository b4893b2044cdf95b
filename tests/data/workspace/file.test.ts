import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type Digests, isWorkspaceFile, readWorkspaceFile, workspaceFile } from '../../../src/data/workspace/file.ts';

const HEAD = { saved: '2026-03-04T05:06:07.000Z', data: '2026-01-01.aaaaaaaa', address: 'mode=invest' };
const json = (name: string, value: unknown) => ({
  name,
  bytes: () => new TextEncoder().encode(JSON.stringify(value)),
  of: null,
});
const PARTS = [
  { id: 'corrections', version: 1, files: [json('corrections.json', { corrections: [] })] },
  { id: 'weather', version: 7, files: [json('rain.json', [1])] },
];

const digests = (): Digests => new WeakMap();
const whole = () => workspaceFile(HEAD, PARTS, digests());

/** The archive with files changed, or taken out where they are null. */
async function altered(change: Record<string, string | null>): Promise<Blob> {
  const files = unzipSync(new Uint8Array(await (await whole()).arrayBuffer()));
  for (const [name, text] of Object.entries(change)) {
    delete files[name];
    if (text !== null) files[name] = strToU8(text);
  }
  return new Blob([new Uint8Array(zipSync(files))]);
}

describe('a workspace file', () => {
  it('says what it is first, and gives back what was put in', async () => {
    const file = await whole();
    const head = strFromU8(new Uint8Array(await file.slice(0, 44).arrayBuffer()), true);
    expect(head.endsWith('workspace.json')).toBe(true);
    const { manifest, parts } = await readWorkspaceFile(file);
    expect(manifest).toMatchObject({ format: 'foshan-224-workspace', schema: 1, ...HEAD });
    expect(parts.map(({ id, version, files }) => [id, version, files.map(({ name }) => name)])).toEqual([
      ['corrections', 1, ['corrections.json']],
      ['weather', 7, ['rain.json']],
    ]);
    expect(parts[1]?.files.map(({ bytes }) => strFromU8(bytes))).toEqual(['[1]']);
  });

  it('holds two parts of one name apart', async () => {
    const two = [PARTS[1], { id: 'weather', version: 8, files: [json('rain.json', [2])] }].filter(
      (part) => part !== undefined,
    );
    const { parts } = await readWorkspaceFile(await workspaceFile(HEAD, two, digests()));
    expect(parts.map(({ version, files }) => [version, files.map(({ bytes }) => strFromU8(bytes)).join()])).toEqual([
      [7, '[1]'],
      [8, '[2]'],
    ]);
  });

  it('makes a content once that was met before', async () => {
    let made = 0;
    const of = {};
    const part = {
      id: 'sets',
      version: 1,
      files: [
        {
          name: 'a.bin',
          of,
          bytes() {
            made += 1;
            return Uint8Array.of(1, 2);
          },
        },
      ],
    };
    const known = digests();
    await workspaceFile(HEAD, [part], known);
    expect(made).toBe(2);
    await workspaceFile(HEAD, [part], known);
    expect(made).toBe(3);
  });

  it('is known by itself, packed anew too, and other archives are not taken for one', async () => {
    expect(await isWorkspaceFile(await whole())).toBe(true);
    expect(
      await isWorkspaceFile(
        new Blob([new Uint8Array(zipSync({ 'a.txt': strToU8('a'), 'workspace.json': strToU8('{}') }))]),
      ),
    ).toBe(true);
    expect(await isWorkspaceFile(new Blob([new Uint8Array(zipSync({ 'a.csv': strToU8('a') }))]))).toBe(false);
    expect(await isWorkspaceFile(new Blob(['lng,lat']))).toBe(false);
  });

  it.each([
    ['not-a-workspace', { 'workspace.json': null }],
    ['not-a-workspace', { 'workspace.json': '{"format":"foshan-224-tour","schema":1}' }],
    ['file-damaged', { 'workspace.json': '{"format' }],
    ['later', { 'workspace.json': '{"format":"foshan-224-workspace","schema":2}' }],
    ['part-unreadable', { 'workspace.json': '{"format":"foshan-224-workspace","schema":1}' }],
    ['file-missing', { 'corrections/corrections.json': null }],
    ['file-damaged', { 'corrections/corrections.json': '{"corrections":[1]}' }],
  ])('is refused as %s: %j', async (kind, change) => {
    await expect(readWorkspaceFile(await altered(change))).rejects.toMatchObject({ name: 'WorkspaceFault', kind });
  });

  it('that is cut off or flipped is refused', async () => {
    const bytes = new Uint8Array(await (await whole()).arrayBuffer());
    await expect(readWorkspaceFile(new Blob([bytes.slice(0, -30)]))).rejects.toMatchObject({ code: 'zip-truncated' });
    const flipped = bytes.slice();
    flipped[60] = (flipped[60] ?? 0) ^ 0xff;
    await expect(readWorkspaceFile(new Blob([flipped]))).rejects.toThrow();
  });
});
