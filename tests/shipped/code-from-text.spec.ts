/** Nothing that ships evaluates text as code. */
import { readdirSync, readFileSync } from 'node:fs';
import { parseAst } from 'vite';
import { expect, test } from '../e2e/fixtures.ts';

const ASSETS = 'dist/assets';
const TO_CODE: readonly string[] = ['eval', 'Function', 'execScript', 'importScripts'];
const TIMERS: readonly string[] = ['setTimeout', 'setInterval'];

/** The last name of what is called: `globalThis.eval` is `eval`. */
function called(node: Readonly<Record<string, unknown>>): string {
  const callee = record(node['callee']);
  const last = callee?.['type'] === 'MemberExpression' ? record(callee['property']) : callee;
  return String(last?.['name'] ?? last?.['value'] ?? '');
}

function record(value: unknown): Readonly<Record<string, unknown>> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
}

/** Calls that make code of text, as the names they go by. */
function codeFromText(value: unknown, found: string[] = []): string[] {
  if (Array.isArray(value)) for (const each of value) codeFromText(each, found);
  const node = record(value);
  if (node === null) return found;
  if (node['type'] === 'CallExpression' || node['type'] === 'NewExpression') {
    const name = called(node);
    const first: unknown = Array.isArray(node['arguments']) ? node['arguments'][0] : undefined;
    if (TO_CODE.includes(name)) found.push(name);
    if (TIMERS.includes(name) && typeof record(first)?.['value'] === 'string') found.push(name);
  }
  for (const inner of Object.values(node)) codeFromText(inner, found);
  return found;
}

test('no chunk makes code of text, but for two lines that the policy refuses and nothing reaches', () => {
  const found = readdirSync(ASSETS)
    .filter((name) => /\.m?js$/.test(name))
    .flatMap((name) =>
      codeFromText(parseAst(readFileSync(`${ASSETS}/${name}`, 'utf8'))).map(
        (what) => `${name.replace(/-[\w-]{8}\./, '.')} ${what}`,
      ),
    );
  // JSZip, which packs the slides, brings a setImmediate that would make code of a text: it is given functions only.
  // MapLibre's worker runs scripts that `importScriptInWorkers` and `setRTLTextPlugin` name: the product calls neither.
  expect(found).toEqual(['deck.js Function', 'maplibre-worker.js eval']);
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name));
  const callers = sources.filter((name) =>
    /importScriptInWorkers|setRTLTextPlugin/.test(readFileSync(`src/${name}`, 'utf8')),
  );
  expect(callers).toEqual([]);
});
