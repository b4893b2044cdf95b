/**
 * The product with the tiles of an OpenStreetMap file, as a deployer makes it: a made-up file of 5 MB goes through
 * `npm run geo:osm`, and the build finds what comes of it beside the data of the tests.
 */
import { execFileSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { BASE_OUT } from '../fixtures/data.ts';
import { writeGrownTown } from '../fixtures/osm/grown.ts';

const DATA = 'dist-test-osm-data/geo/out';
const MEGABYTE = 1e6;

const folder = await mkdtemp(join(tmpdir(), 'osm-build-'));
const file = join(folder, 'town.osm.pbf');
await writeGrownTown(file, 5 * MEGABYTE);
await rm(DATA, { recursive: true, force: true });
await mkdir(DATA, { recursive: true });
await cp(BASE_OUT, DATA, { recursive: true });
execFileSync(process.execPath, ['--import', 'tsx', 'geo/osm.ts', '--file', file, '--out', `${DATA}-osm`], {
  stdio: ['ignore', 'ignore', 'inherit'],
});
await rm(folder, { recursive: true });
process.env['GEO_OUT'] = DATA;
await build({ logLevel: 'warn', build: { outDir: 'dist-test-osm' } });
// The same in one file, beside it.
execFileSync(process.execPath, ['--import', 'tsx', 'scripts/onefile/build.ts', 'dist-test-osm/foshan-224-map.html'], {
  stdio: ['ignore', 'ignore', 'inherit'],
});
