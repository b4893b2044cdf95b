import { spawn } from 'node:child_process';

/**
 * What `npm audit` said, judged.
 *
 * @param {string} output JSON of `npm audit --omit=dev --json`
 * @returns {{ ok: boolean, words: string }} well, too, where the registry does not answer: that is no fault of ours
 */
export function judgeAudit(output) {
  /** @type {{ error?: unknown, vulnerabilities?: Record<string, { severity: string }> }} */
  let report;
  try {
    report = JSON.parse(output);
  } catch {
    return { ok: true, words: 'npm audit gave no answer: not checked.' };
  }
  const { vulnerabilities } = report;
  if (vulnerabilities === undefined) return { ok: true, words: 'The registry does not answer npm audit: not checked.' };
  const found = Object.entries(vulnerabilities).map(([name, { severity }]) => `${name} (${severity})`);
  return found.length === 0
    ? { ok: true, words: 'No known fault in what ships.' }
    : { ok: false, words: `Known faults: ${found.join(', ')}` };
}

/**
 * Asks the registry for known faults of the packages that ship.
 *
 * @returns {Promise<number>} 0 when there is none, or nobody to ask
 */
export async function auditShipped() {
  const npm = spawn('npm', ['audit', '--omit=dev', '--json'], {
    stdio: ['ignore', 'pipe', 'ignore'],
    shell: process.platform === 'win32',
  });
  let output = '';
  npm.stdout.on('data', (chunk) => {
    output += chunk;
  });
  await new Promise((resolve) => npm.once('close', resolve));
  const { ok, words } = judgeAudit(output);
  console.log(words);
  return ok ? 0 : 1;
}
