/** Prints the first view as JSON: `tsx scripts/first-view/print.ts FOLDER`, a folder of generated data. */
import { register } from 'node:module';

// Panels name their style sheets, which are the bundler's: here they are only noted.
const styles: string[] = [];
Reflect.set(globalThis, 'panelStyles', styles);
const noted = `export const load = (url, context, next) =>
  /\\.css$/.test(url)
    ? { format: 'module', source: 'panelStyles.push(import.meta.url)', shortCircuit: true }
    : next(url, context);`;
register(`data:text/javascript,${encodeURIComponent(noted)}`);
const { drawFirstView } = await import('./draw.ts');

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('which folder of generated data?');
process.stdout.write(JSON.stringify({ ...(await drawFirstView(folder)), styles }));
