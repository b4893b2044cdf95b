/** Archives: of 64-bit sizes, of names in GBK, and unpacked by what an older browser has. */
import { configure, TextReader, Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';
import { configure as configureReader } from '@zip.js/zip.js/lib/zip-core-custom.js';
import { strToU8, zipSync } from 'fflate';
import { afterEach, expect, test } from 'vitest';
import { memberBytes, memberChunks, readDirectory } from '../../../src/data/import/readers/zip.ts';

configure({ useWebWorkers: false });
const native = DecompressionStream;
afterEach(() => {
  configureReader({ DecompressionStream: native });
});

const textOf = async (file: Blob): Promise<string[]> => {
  const members = await readDirectory(file);
  const texts = members.map(async (member) => `${member.name}: ${new TextDecoder().decode(await memberBytes(member))}`);
  return await Promise.all(texts);
};

test('an archive of 64-bit sizes and offsets is read', async () => {
  const writer = new ZipWriter(new Uint8ArrayWriter(), { zip64: true });
  await writer.add('doc.kml', new TextReader('<kml/>'.repeat(100)));
  await writer.add('stored.bin', new Uint8ArrayReader(strToU8('佛山')), { level: 0 });
  const bytes = await writer.close();
  expect(new TextDecoder('latin1').decode(bytes)).toContain('PK\u0006\u0006');
  expect(await textOf(new Blob([bytes]))).toEqual([`doc.kml: ${'<kml/>'.repeat(100)}`, 'stored.bin: 佛山']);
});

test('names in GBK and in UTF-8, neither of which says so', async () => {
  const bytes = zipSync({ 'ab.txt': strToU8('1'), abc: strToU8('2') }, { level: 0 });
  const rename = (from: string, to: readonly number[]): void => {
    const at = (start: number) =>
      bytes.findIndex((_, i) => i >= start && [...from].every((c, k) => bytes[i + k] === c.charCodeAt(0)));
    for (let place = at(0); place >= 0; place = at(place + 1)) bytes.set(to, place);
  };
  rename('ab.txt', [0xb7, 0xf0, 0x2e, 0x74, 0x78, 0x74]);
  rename('abc', [0xe4, 0xbd, 0x9b]);
  expect(await textOf(new Blob([bytes.slice()]))).toEqual(['佛.txt: 1', '佛: 2']);
});

test('a browser that unpacks gzip but no raw deflate, such as Chromium 102, unpacks archives', async () => {
  const asked: string[] = [];
  class Older {
    readonly readable;
    readonly writable;
    constructor(format: CompressionFormat) {
      asked.push(format);
      if (format === 'deflate-raw') throw new TypeError('unsupported');
      ({ readable: this.readable, writable: this.writable } = new native(format));
    }
  }
  configureReader({ DecompressionStream: Older });
  const text = '佛山'.repeat(100_000);
  expect(await textOf(new Blob([zipSync({ a: strToU8(text) }).slice()]))).toEqual([`a: ${text}`]);
  expect(asked).toContain('gzip');
});

test('reading that stops early leaves nothing running, and one may begin anew', async () => {
  const file = new Blob([zipSync({ a: new Uint8Array(4_000_000) }).slice()]);
  const [member] = await readDirectory(file);
  if (member === undefined) throw new Error('no member');
  for await (const chunk of memberChunks(member, 1e9)) {
    expect(chunk.length).toBeLessThan(member.size);
    break;
  }
  const whole = await memberBytes(member);
  expect([whole.length, whole.every((byte) => byte === 0)]).toEqual([4_000_000, true]);
});

test('a member that fails its checksum is damaged', async () => {
  const bytes = zipSync({ a: strToU8('113.1,23.1') }, { level: 0 });
  bytes.set(strToU8('9'), 31 + 4);
  await expect(textOf(new Blob([bytes.slice()]))).rejects.toMatchObject({ code: 'zip-damaged' });
});
