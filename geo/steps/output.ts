/** How generated files are written: compact, with one item of a list a line, so that a diff reads well. */

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

function lines(value: unknown): string {
  if (!Array.isArray(value) || !value.some(isObject)) return JSON.stringify(value);
  return `[\n${value.map((item) => JSON.stringify(item)).join(',\n')}\n]`;
}

/** JSON text that ends with a line end. Keys of an object and items of its lists have a line each. */
export function serialise(value: unknown): string {
  if (!isObject(value) || Array.isArray(value)) return `${lines(value)}\n`;
  const entries = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}:${lines(item)}`);
  return `{\n${entries.join(',\n')}\n}\n`;
}
