/** Prints the first view as JSON: `tsx scripts/first-view/print.ts FOLDER`, a folder of generated data. */
import { drawFirstView } from './draw.ts';

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('which folder of generated data?');
process.stdout.write(JSON.stringify(await drawFirstView(folder)));
