/**
 * `npm run test:pseudo`: builds the product in a pseudo language, English made about two fifths longer with accents and
 * in brackets, walks through its views, panels and dialogs in three sizes of window, and lists each string that is cut,
 * leaves its box, lies on another, makes a page scroll sideways, or stands in no catalogue. It takes minutes, so it is
 * no part of `npm test`; writes docs/pseudo.md. Fails where there is anything to list, or a stop cannot be reached.
 * `npm run test:pseudo -- stage` visits those whose name begins so, and writes nothing; `--built` takes the build that
 * is there; `--pictures` keeps one of every stop.
 */
import { writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { runTool } from '../../scripts/commands/run.mjs';
import { serve } from '../../scripts/serve.mjs';
import { browserLaunchOptions } from '../e2e/browser.ts';
import { followRequests, settled } from '../e2e/settled.ts';
import { type TextFault, textFaults } from './faults.ts';
import { namesOfData } from './names.ts';
import { CLOSE, OPEN } from './pseudo.ts';
import { STOPS, type Stop } from './stops.ts';

const folder = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const BUILD = 'dist-test-pseudo';
const DATA = 'tests/fixtures/base/geo/out';
const PICTURES = folder('test-results/pseudo');
const SCREENS = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
] as const;
type Screen = (typeof SCREENS)[number];

/** Of a string, in the report. */
const MOST_LETTERS = 80;

const args = process.argv.slice(2);
const wanted = args.find((arg) => !arg.startsWith('--')) ?? '';
const says = (flag: string) => args.includes(flag);

/** A fault with where it was seen. */
interface Seen extends TextFault {
  readonly at: string[];
}
const seen = new Map<string, Seen>();
const unreached: string[] = [];
let looks = 0;

function note(faults: readonly TextFault[], at: string): void {
  looks += 1;
  for (const fault of faults) {
    if (fault.what === 'in no catalogue' && isName(fault.text)) continue;
    const key = JSON.stringify([fault.what, fault.where, fault.text]);
    const known = seen.get(key) ?? { ...fault, at: [] };
    if (!known.at.includes(at)) known.at.push(at);
    seen.set(key, known);
  }
}

async function look(page: Page, at: string): Promise<void> {
  await settled(page);
  note(await page.evaluate(textFaults, [OPEN, CLOSE] as const), at);
  if (says('--pictures')) await page.screenshot({ path: `${PICTURES}/${at.replace(/[^\w-]+/g, '-')}.png` });
}

/** What is folded is opened, in some rounds: what opens may fold further parts. */
async function unfold(page: Page): Promise<number> {
  let opened = 0;
  for (let round = 0; round < 3; round += 1) {
    const now = await page.evaluate(() => {
      const root = document.querySelector('dialog[open]') ?? document.body;
      const folds = [...root.querySelectorAll<HTMLDetailsElement>('details:not([open])')].filter(
        (each) => each.checkVisibility() && each.closest('[inert]') === null,
      );
      for (const each of folds) each.open = true;
      return folds.length;
    });
    if (now === 0) break;
    opened += now;
    await settled(page);
  }
  return opened;
}

async function visit(page: Page, url: string, stop: Stop, screen: Screen): Promise<void> {
  const at = `${stop.name} ${screen.width}`;
  try {
    // The page is loaded anew where the one before it may have left something open.
    await page.goto('about:blank');
    await page.goto(`${url}#${stop.hash}${stop.hash === '' ? '' : '&'}lang=en`);
    await settled(page);
    await stop.steps?.(page);
    await look(page, at);
    if ((await unfold(page)) > 0) await look(page, `${at} unfolded`);
  } catch (error) {
    unreached.push(`${at}: ${error instanceof Error ? error.message.split('\n')[0] : error}`);
  }
}

async function walk(context: BrowserContext, url: string, screen: Screen): Promise<void> {
  followRequests(context);
  context.setDefaultTimeout(20_000);
  // The compiler of these scripts names functions by one of its own.
  await context.addInitScript({ content: 'globalThis.__name = (each) => each;' });
  const page = await context.newPage();
  for (const stop of STOPS) {
    if (!stop.name.startsWith(wanted)) continue;
    const isPhone = screen.width < 760;
    if (stop.only !== undefined && (stop.only === 'phone') !== isPhone) continue;
    await visit(page, url, stop, screen);
  }
  await context.close();
}

function tableOf(faults: readonly Seen[]): string {
  const rows = faults.map(({ what, where, text, at }) => {
    const more = at.length > 3 ? `${at.slice(0, 3).join(', ')} and ${at.length - 3} more` : at.join(', ');
    const cells = [where, text.slice(0, MOST_LETTERS)].map((each) => each.replaceAll('|', '\\|'));
    return `| ${what} | ${cells.join(' | ')} | ${more} |`;
  });
  return rows.length === 0
    ? ''
    : `\n| what | element | text | where |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n`;
}

function report(faults: readonly Seen[], shortened: readonly Seen[]): string {
  const sizes = SCREENS.map(({ width, height }) => `${width} × ${height}`).join(', ');
  return `# The product in a pseudo language

\`npm run test:pseudo\` wrote this. Every English message is made about two fifths longer, accented and put in brackets; ${STOPS.length} stops (views, panels, dialogs, paper and the stage) are opened in windows of ${sizes}, what is folded there is unfolded, and the text of each page is looked at: whether it is cut, leaves its box or the window, lies on other text, makes something scroll sideways that is to scroll up and down alone, or stands in no catalogue. Names of the data, of formats and of languages, measures and dates are no words of a catalogue.

${looks} looks, ${faults.length === 0 ? 'nothing at fault' : `${faults.length} faults`}.
${tableOf(faults)}${unreached.length === 0 ? '' : `\nNot reached:\n\n${unreached.map((each) => `- ${each}`).join('\n')}\n`}
## Fields that show less than all of their choice

A closed list of choices, and the hint in an empty field, are as wide as there is room: the list shows all when it is opened. ${shortened.length} of them are shortened somewhere.
${tableOf(shortened)}`;
}

if (!says('--built')) {
  const env = { ...process.env, GEO_OUT: DATA, SITE_URL: '' };
  const how = ['build', '--logLevel', 'warn', '--outDir', BUILD, '--config', 'tests/pseudo/vite.config.ts'];
  if ((await runTool('vite', how, { env })) !== 0) throw new Error('The build failed.');
}
const isName = namesOfData([folder(DATA), folder(BUILD)]);
await mkdir(PICTURES, { recursive: true });
const server = await serve({ dir: folder(BUILD) });
const browser = await chromium.launch(await browserLaunchOptions({ webgl: false }));
try {
  for (const screen of SCREENS) {
    const context = await browser.newContext({
      viewport: screen,
      hasTouch: screen.width < 760,
      locale: 'en-GB',
      reducedMotion: 'reduce',
      serviceWorkers: 'block',
    });
    await walk(context, server.url, screen);
  }
} finally {
  await browser.close();
  await server.close();
}
const all = [...seen.values()];
const faults = all.filter(({ what }) => what !== 'shortened');
const text = report(
  faults,
  all.filter(({ what }) => what === 'shortened'),
);
console.log(text);
if (wanted === '') {
  writeFileSync(folder('docs/pseudo.md'), text);
  await runTool('@biomejs/biome', ['format', '--write', 'docs/pseudo.md'], { bin: 'biome' });
}
process.exitCode = faults.length + unreached.length === 0 ? 0 : 1;
