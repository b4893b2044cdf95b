// Shared state changes in src/state alone: elsewhere a file writes only signals that it made itself or was handed.
// Types hold most of it, since the state hands out read-only signals; this holds the rest. `npm run check` runs it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));

/** @typedef {import('vite').ESTree.Node} Node */

/** Calls that make a signal of the file's own. */
const MAKERS = ['signal', 'useSignal'];
/** What a field of a form is reached by. */
const FIELDS = ['current', 'currentTarget', 'target'];

/**
 * @param {unknown} value
 * @returns {value is Node}
 */
function isNode(value) {
  return typeof value === 'object' && value !== null && 'type' in value;
}

/**
 * @param {Node} node
 * @param {(node: Node) => void} visit
 */
function walk(node, visit) {
  visit(node);
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) walk(child, visit);
  }
}

/**
 * Names of signals that the file makes, and of what its functions are handed.
 *
 * @param {Node} program
 */
function ownNames(program) {
  /** @type {Set<string>} */
  const names = new Set();
  walk(program, (node) => {
    if (node.type === 'VariableDeclarator' && node.id.type === 'Identifier' && node.init?.type === 'CallExpression') {
      const { callee } = node.init;
      if (callee.type === 'Identifier' && MAKERS.includes(callee.name)) names.add(node.id.name);
    }
    if (
      node.type === 'ArrowFunctionExpression' ||
      node.type === 'FunctionDeclaration' ||
      node.type === 'FunctionExpression'
    )
      for (const param of node.params) walk(param, (part) => part.type === 'Identifier' && names.add(part.name));
  });
  return names;
}

/**
 * @param {Node} target of an assignment
 * @param {ReadonlySet<string>} own
 */
function isForeign(target, own) {
  if (target.type !== 'MemberExpression' || target.property.type !== 'Identifier' || target.property.name !== 'value')
    return false;
  const of = target.object;
  if (of.type === 'Identifier') return !own.has(of.name);
  return !(of.type === 'MemberExpression' && of.property.type === 'Identifier' && FIELDS.includes(of.property.name));
}

/**
 * @param {string} name of the file, for its kind
 * @param {string} text
 * @returns {number[]} lines on which a signal is written that is not the file's own
 */
export function foreignWrites(name, text) {
  const { program } = parseSync(name, text);
  const own = ownNames(program);
  /** @type {number[]} */
  const lines = [];
  walk(program, (node) => {
    const target =
      node.type === 'AssignmentExpression' ? node.left : node.type === 'UpdateExpression' ? node.argument : null;
    if (target !== null && isForeign(target, own)) lines.push(text.slice(0, node.start).split('\n').length);
  });
  return lines;
}

/** @returns {number} 0 when only src/state writes shared signals, 1 otherwise */
export function checkSharedWrites() {
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /\.tsx?$/.test(file) && !/^(state|data|analysis|domain)\//.test(file));
  const faults = files.flatMap((file) =>
    foreignWrites(file, readFileSync(join(root, 'src', file), 'utf8')).map((line) => `src/${file}:${line}`),
  );
  for (const fault of faults) console.log(`${fault}: shared state is changed by a verb of src/state`);
  return faults.length === 0 ? 0 : 1;
}
