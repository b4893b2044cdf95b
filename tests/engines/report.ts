/** docs/browsers.md: what ran, in which versions, and what differs. */
import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import type { Engine } from './hand.ts';

export interface Walked {
  readonly engine: Engine;
  readonly browser: string;
  readonly edition: string;
  readonly webgl2: boolean;
  readonly results: readonly { readonly name: string; readonly well: boolean; readonly note?: string }[];
  /** What the page complained of. */
  readonly faults: readonly string[];
}

const FILE = 'docs/browsers.md';

export async function writeReport(walked: readonly Walked[]): Promise<void> {
  const head = ['', ...walked.map(({ engine, edition }) => `${engine.name}, ${edition}`)];
  const steps = walked[0]?.results.map(({ name }) => name) ?? [];
  const rows = [
    ['version', ...walked.map(({ browser }) => browser)],
    ['WebGL2', ...walked.map((each) => (each.webgl2 ? 'yes' : 'no'))],
    ...steps.map((name, at) => [name, ...walked.map(({ results }) => told(results[at]))]),
    ['complaints of the page', ...walked.map(({ faults }) => (faults.length === 0 ? 'none' : `**${faults.length}**`))],
  ];
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const engines = [...new Set(walked.map(({ engine }) => engine))];
  const complaints = walked.flatMap(({ engine, edition, faults }) =>
    [...new Set(faults)].map((fault) => `- ${engine.name}, ${edition}: ${fault}`),
  );
  await writeFile(
    FILE,
    `# Browsers that are no Chromium of today

\`npm run test:browsers\` wrote this on ${new Date().toISOString().slice(0, 10)}. One walk with the data of the tests, in a window of 1440 × 900, WebGL2 drawn in software; the main tests and Chromium 109 are \`npm test\`'s.

${engines.map(({ name, how }) => `- **${name}**: ${how}.`).join('\n')}

${line(head)}
${line(head.map(() => '---'))}
${rows.map(line).join('\n')}
${complaints.length === 0 ? '' : `\n${complaints.join('\n')}\n`}
WebKitGTK stands for Safari: the same engine, built for Linux. Firefox 115 and Safari 16.4 themselves were not run. WebKitGTK's driver tells of no errors: the page was listened to from when it had been loaded.
`,
  );
  // The tables of the docs stand in columns.
  execFileSync('npx', ['biome', 'format', '--write', FILE], { stdio: 'ignore' });
}

function told(result: Walked['results'][number] | undefined): string {
  if (result === undefined) return '';
  const { well, note } = result;
  return well ? (note ?? 'well') : `**failed**: ${note}`;
}
