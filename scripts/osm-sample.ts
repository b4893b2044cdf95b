/** Makes a large .osm.pbf file to measure `npm run geo:osm` with: `npx tsx scripts/osm-sample.ts MEGABYTES FILE`. */
import { writeGrownTown } from '../tests/fixtures/osm/grown.ts';

const [megabytes, path] = process.argv.slice(2);
if (megabytes === undefined || path === undefined || !(Number(megabytes) > 0)) {
  console.error('Use: npx tsx scripts/osm-sample.ts MEGABYTES FILE');
  process.exitCode = 2;
} else {
  const bytes = await writeGrownTown(path, Number(megabytes) * 1e6);
  console.log(`${path}: ${(bytes / 1e6).toFixed(1)} MB`);
}
