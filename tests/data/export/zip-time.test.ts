import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { zipTime } from '../../../src/data/export/zip-time.ts';

test.each([
  ['1970-01-01T12:00:00Z', 1980],
  ['2026-11-25T12:00:00Z', 2026],
  ['2120-06-01T12:00:00Z', 2099],
])('a clock that says %s makes an archive of %i', (now, year) => {
  const mtime = zipTime(new Date(now));
  expect(mtime.getFullYear()).toBe(year);
  expect(zipSync({ 'a.txt': new Uint8Array() }, { mtime }).length).toBeGreaterThan(0);
});
