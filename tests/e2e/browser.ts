import { execFile } from 'node:child_process';
import { access, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
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

/** WebGL2 without a graphics card, no talk with the browser's maker, and no address but this machine's. */
const FLAGS = [
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--no-pings',
  '--disable-domain-reliability',
  '--disable-background-networking',
  '--disable-component-update',
  '--no-first-run',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
];

/**
 * How to start a browser on this machine: one named by an environment variable, else one of the system, else
 * Playwright's own, else the one inside the package @sparticuz/chromium (Linux x64), unpacked on first use.
 *
 * @throws {Error} when a named browser does not run, or there is none at all
 */
export async function browserLaunchOptions(): Promise<LaunchOptions> {
  const args = process.getuid?.() === 0 ? ['--no-sandbox', ...FLAGS] : FLAGS;
  for (const name of NAMING) {
    const executablePath = process.env[name];
    if (!executablePath) continue;
    if (await runs(executablePath)) return { executablePath, args };
    throw new Error(`${name} names ${executablePath}, which is no Chromium ${OLDEST_MAJOR} or newer that runs here.`);
  }
  const installed = SYSTEM_FOLDERS.flatMap((folder) => SYSTEM.map((name) => join(folder, name)));
  for (const executablePath of [...installed, chromium.executablePath()]) {
    if (await runs(executablePath)) return { executablePath, args };
  }
  return { ...(await packagedBrowser()), args };
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

async function packagedBrowser(): Promise<Pick<LaunchOptions, 'executablePath' | 'env'>> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(`No Chromium was found. Install one, or name one in ${NAMING[0]}.`);
  }
  const folder = await unpack();
  const executablePath = join(folder, 'chromium');
  const env = { ...process.env };
  // A machine without fontconfig draws no text at all: give it the package's fonts.
  if (!(await exists('/etc/fonts/fonts.conf'))) env['FONTCONFIG_FILE'] = join(folder, 'fonts.conf');
  if (!(await runs(executablePath, env))) {
    // Bare Debian lacks NSS and expat; the package brings them.
    env['LD_LIBRARY_PATH'] = [join(folder, 'al2023/lib'), env['LD_LIBRARY_PATH']].filter(Boolean).join(':');
    if (!(await runs(executablePath, env))) throw new Error(`${executablePath} does not run. Try its --version.`);
  }
  return { executablePath, env: definedOnly(env) };
}

/** Unpacks the browser once and returns its folder; complete or absent, also when several processes do it at a time. */
async function unpack(): Promise<string> {
  const manifest = fileURLToPath(new URL('../../node_modules/@sparticuz/chromium/package.json', import.meta.url));
  const { version } = createRequire(import.meta.url)(manifest) as { version: string };
  const cache = fileURLToPath(new URL('../../node_modules/.cache/', import.meta.url));
  const folder = join(cache, `chromium-${version}`);
  if (await exists(join(folder, 'chromium'))) return folder;
  await mkdir(cache, { recursive: true });
  const fresh = await mkdtemp(join(cache, 'unpacking-'));
  const { inflate } = await import('@sparticuz/chromium');
  const before = process.env['TMPDIR'];
  // The package unpacks to the temporary folder, under a name that anybody may have taken.
  process.env['TMPDIR'] = fresh;
  try {
    for (const part of ['chromium.br', 'swiftshader.tar.br', 'al2023.tar.br', 'fonts.tar.br']) {
      await inflate(join(dirname(manifest), 'bin', part));
    }
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
  await writeFile(
    join(fresh, 'fonts.conf'),
    `<fontconfig><dir>${join(folder, 'fonts')}</dir><cachedir>${join(folder, 'fonts-cache')}</cachedir></fontconfig>\n`,
  );
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
