import { execFile } from 'node:child_process';
import { access, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { chromium, type LaunchOptions } from '@playwright/test';

/** Environment variables that name a browser; the first one set is used, and must work. */
const NAMING = ['CHROMIUM_PATH', 'CHROME_PATH', 'PLAYWRIGHT_CHROMIUM_EXECUTABLE'] as const;
const SYSTEM = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const SYSTEM_FOLDERS = ['/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome'];
const OLDEST_MAJOR = 120;

/**
 * WebGL2 without a graphics card. The page around the map is put together without the detour over that card: with it
 * opening the map takes twice the time, and a picture of the page ten times as long.
 */
const WEBGL = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-gpu-compositing'];
/** Pages are put together without the detour over a graphics card that is not there: it takes longer than they do. */
const NO_WEBGL = ['--disable-gpu', '--disable-3d-apis'];
/** No talk with the browser's maker, and no address but this machine's. */
const FLAGS = [
  '--no-pings',
  '--disable-domain-reliability',
  '--disable-background-networking',
  '--disable-component-update',
  '--no-first-run',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
];

/**
 * Fonts that the browser finds. `latin`: Open Sans of the browser's package and no Chinese one, so that the product's
 * own comes in. `chinese`: Noto Sans SC beside it, as on a machine with Noto CJK. `usual`: `latin` for the packaged
 * browser, the machine's for another.
 */
export type Fonts = 'usual' | 'latin' | 'chinese';

const modules = fileURLToPath(new URL('../../node_modules/', import.meta.url));
/** A browser that lies packed in an npm package. */
interface Packaged {
  readonly folder: string;
  readonly parts: readonly string[];
}
const CURRENT: Packaged = {
  folder: join(modules, '@sparticuz/chromium'),
  parts: ['chromium.br', 'swiftshader.tar.br', 'al2023.tar.br', 'fonts.tar.br'],
};
const OLDEST = fileURLToPath(new URL('../browsers/node_modules/@sparticuz/chromium', import.meta.url));
/** What the package held in its early versions. */
const EARLY_PARTS = ['chromium.br', 'swiftshader.tar.br', 'aws.tar.br'];
const CHINESE = ['400Regular', '700Bold'].map((weight) => join(modules, '@expo-google-fonts/noto-sans-sc', weight));

/**
 * How to start a browser on this machine: one that an environment variable names; else on Linux x64 the one inside the
 * package @sparticuz/chromium, unpacked on first use; elsewhere one of the system, or Playwright's own.
 *
 * @param options `fonts`: only Linux can be told, other systems use the machine's in any case; `webgl`: whether there is
 *   any, at the cost of drawing everything the slow way
 * @throws {Error} when a named browser does not run, or there is none at all
 */
export async function browserLaunchOptions({
  fonts = 'usual',
  webgl = true,
}: {
  readonly fonts?: Fonts;
  readonly webgl?: boolean;
} = {}): Promise<LaunchOptions> {
  const args = [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), ...(webgl ? WEBGL : NO_WEBGL), ...FLAGS];
  const named = await namedBrowser();
  if (named === null && process.platform === 'linux' && process.arch === 'x64') {
    return { ...(await packagedBrowser(fonts === 'usual' ? 'latin' : fonts)), args };
  }
  const executablePath = named ?? (await installedBrowser());
  if (fonts === 'usual' || process.platform !== 'linux') return { executablePath, args };
  return { executablePath, args, env: definedOnly({ ...process.env, FONTCONFIG_FILE: await fontsFile(fonts) }) };
}

async function namedBrowser(): Promise<string | null> {
  for (const name of NAMING) {
    const executablePath = process.env[name];
    if (!executablePath) continue;
    if (await runs(executablePath)) return executablePath;
    throw new Error(`${name} names ${executablePath}, which is no Chromium ${OLDEST_MAJOR} or newer that runs here.`);
  }
  return null;
}

async function installedBrowser(): Promise<string> {
  const installed = SYSTEM_FOLDERS.flatMap((folder) => SYSTEM.map((name) => join(folder, name)));
  for (const executablePath of [...installed, chromium.executablePath()]) {
    if (await runs(executablePath)) return executablePath;
  }
  throw new Error(`No Chromium was found. Install one, or name one in ${NAMING[0]}.`);
}

/** Whether the file is a recent enough Chromium that starts: a system package may be a mere stub. */
async function runs(executablePath: string, env = process.env): Promise<boolean> {
  if (!(await exists(executablePath))) return false;
  try {
    const { stdout } = await promisify(execFile)(executablePath, ['--version'], { env, timeout: 30_000 });
    return Number(/(\d+)\.\d+\.\d+/.exec(stdout)?.[1]) >= OLDEST_MAJOR;
  } catch {
    return false;
  }
}

async function packagedBrowser(fonts: 'latin' | 'chinese'): Promise<Pick<LaunchOptions, 'executablePath' | 'env'>> {
  const executablePath = join(await unpack(CURRENT), 'chromium');
  const env: NodeJS.ProcessEnv = { ...process.env, FONTCONFIG_FILE: await fontsFile(fonts) };
  if (!(await runs(executablePath, env))) {
    // Bare Debian lacks NSS and expat; the package brings them.
    bringLibraries(env, join(dirname(executablePath), 'al2023/lib'));
    if (!(await runs(executablePath, env))) throw new Error(`${executablePath} does not run. Try its --version.`);
  }
  return { executablePath, env: definedOnly(env) };
}

/** How to start the oldest browser of `npm test`, Chromium 109, the last one for Windows 7; null where it does not run. */
export const oldestBrowserOptions = (): Promise<LaunchOptions | null> => packagedChromium(OLDEST);

/**
 * How to start an early version of the package @sparticuz/chromium.
 *
 * @param folder of the package
 * @returns null where it is not installed or does not run: it is built for Linux x64
 */
export async function packagedChromium(folder: string): Promise<LaunchOptions | null> {
  if (process.platform !== 'linux' || process.arch !== 'x64' || !(await exists(join(folder, 'package.json')))) {
    return null;
  }
  const executablePath = join(await unpack({ folder, parts: EARLY_PARTS }), 'chromium');
  const env: NodeJS.ProcessEnv = { ...process.env, FONTCONFIG_FILE: await fontsFile('latin') };
  bringLibraries(env, join(dirname(executablePath), 'aws/lib'));
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return { executablePath, env: definedOnly(env), args: [...asRoot, ...WEBGL, '--use-gl=angle', ...FLAGS] };
}

function bringLibraries(env: NodeJS.ProcessEnv, folder: string): void {
  env['LD_LIBRARY_PATH'] = [folder, env['LD_LIBRARY_PATH']].filter(Boolean).join(':');
}

/** A file for fontconfig that names the fonts and no folder of the machine's; written anew where it says something else. */
async function fontsFile(fonts: 'latin' | 'chinese'): Promise<string> {
  const folder = await unpack(CURRENT);
  const file = join(folder, `fonts-${fonts}.conf`);
  const folders = [join(folder, 'fonts'), ...(fonts === 'chinese' ? CHINESE : [])];
  const text = `<fontconfig>
${folders.map((each) => `<dir>${each}</dir>`).join('\n')}
<alias><family>sans-serif</family><prefer><family>Open Sans</family></prefer></alias>
<cachedir>${join(folder, `cache-of-${fonts}`)}</cachedir>
</fontconfig>
`;
  if ((await readFile(file, 'utf8').catch(() => '')) === text) return file;
  const fresh = `${file}.${process.pid}`;
  await writeFile(fresh, text);
  await rename(fresh, file);
  return file;
}

/** Unpacks a browser once and returns its folder; complete or absent, also when several processes do it at a time. */
async function unpack({ folder: from, parts }: Packaged): Promise<string> {
  const manifest = join(from, 'package.json');
  const { version } = createRequire(import.meta.url)(manifest) as { version: string };
  const cache = join(modules, '.cache');
  const folder = join(cache, `chromium-${version}`);
  if (await exists(join(folder, 'chromium'))) return folder;
  await mkdir(cache, { recursive: true });
  const fresh = await mkdtemp(join(cache, 'unpacking-'));
  const { inflate } = await import('@sparticuz/chromium');
  const before = process.env['TMPDIR'];
  // The package unpacks to the temporary folder, under a name that anybody may have taken.
  process.env['TMPDIR'] = fresh;
  try {
    for (const part of parts) await inflate(join(from, 'bin', part));
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
  try {
    await rename(fresh, folder);
  } catch (error) {
    await rm(fresh, { recursive: true, force: true });
    if (!(await exists(join(folder, 'chromium')))) throw error;
  }
  return folder;
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(env).filter((pair): pair is [string, string] => pair[1] !== undefined));
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
