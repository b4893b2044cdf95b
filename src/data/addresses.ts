/** Addresses of built files by their names, whichever folder the build found them in. */
export function addressesByName(byPath: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(byPath).map(([path, url]) => [path.replace(/.*\//, ''), url]));
}
