import { describe, expect, it } from 'vitest';
import { judgeAudit } from '../../scripts/commands/audit.mjs';
import { isPermissive, licenceOf, licencesOf, packageFolder, problemsOf } from '../../scripts/licences.mjs';

describe('the package of a module', () => {
  it.each([
    ['/a/node_modules/preact/dist/preact.mjs', '/a/node_modules/preact'],
    ['/a/node_modules/@deck.gl/core/dist/index.js?v=1', '/a/node_modules/@deck.gl/core'],
    ['/a/node_modules/x/node_modules/y/index.js', '/a/node_modules/x/node_modules/y'],
    ['\0/a/node_modules/fflate/esm/browser.js', '/a/node_modules/fflate'],
    ['/a/src/main.tsx', null],
    ['/a/node_modules/.cache/x/index.js', null],
  ])('%s', (id, folder) => {
    expect(packageFolder(id)).toBe(folder);
  });
});

describe('a licence', () => {
  it.each([
    ['MIT', true],
    ['(MIT OR GPL-3.0)', true],
    ['MIT AND ISC', true],
    ['MIT AND GPL-3.0-only', false],
    ['GPL-3.0-or-later', false],
    ['LGPL-3.0', false],
    ['MPL-2.0', false],
    ['SEE LICENSE IN FILE', false],
    ['', false],
  ])('%s may ship: %s', (expression, may) => {
    expect(isPermissive(expression)).toBe(may);
  });

  it('that is unknown, copyleft or without its text is a problem, named with its package', () => {
    const of = (licence: string, text = 'text') => ({ name: 'x', version: '1.0.0', licence, text });
    expect(problemsOf([of('MIT')])).toEqual([]);
    expect(problemsOf([of('')])).toEqual(['x 1.0.0: states no licence']);
    expect(problemsOf([of('AGPL-3.0')])).toEqual(['x 1.0.0: AGPL-3.0 is not among the licences that may ship']);
    expect(problemsOf([of('MIT', '')])).toEqual(['x 1.0.0: MIT, but its text is not in the package']);
  });

  it('that binds its own files alone may ship where the page says at which address the source is', async () => {
    const mpl = await licenceOf('node_modules/mediabunny');
    expect(mpl.text).toMatch(
      /^Source code: https:\/\/github\.com\/Vanilagy\/mediabunny\.git\n\nMozilla Public License/,
    );
    expect(problemsOf([mpl])).toEqual([]);
    expect(problemsOf([{ ...mpl, text: 'Mozilla Public License' }])).toEqual([
      `mediabunny ${mpl.version}: MPL-2.0, but it does not say where its source is`,
    ]);
  });

  it('whose text is left out of the package gets the standard one, under the author’s name', async () => {
    const { licence, text } = await licenceOf('node_modules/pmtiles');
    expect(licence).toBe('BSD-3-Clause');
    expect(text).toMatch(/^Copyright \(c\) Brandon Liu\n\nRedistribution and use/);
    expect((await licenceOf('node_modules/murmurhash-js')).text).toMatch(/^Copyright \(c\) 2011 Gary Court/);
  });

  it('is found with its text, once a package, whatever modules it comes from', async () => {
    const cwd = process.cwd();
    const modules = ['preact/dist/preact.mjs', 'preact/hooks/dist/hooks.mjs', 'fflate/esm/browser.js'];
    const found = await licencesOf([...modules.map((path) => `${cwd}/node_modules/${path}`), `${cwd}/src/main.tsx`]);
    expect(found.map(({ name, licence }) => [name, licence])).toEqual([
      ['fflate', 'MIT'],
      ['preact', 'MIT'],
    ]);
    for (const { text } of found) expect(text).toContain('Permission is hereby granted');
  });
});

describe('what npm audit said', () => {
  it('is well without faults, and where nobody answers', () => {
    expect(judgeAudit('{"vulnerabilities":{}}')).toEqual({ ok: true, words: 'No known fault in what ships.' });
    expect(judgeAudit('{"error":{"code":"ENOAUDIT"}}').ok).toBe(true);
    expect(judgeAudit('').words).toContain('not checked');
  });
  it('names what is at fault', () => {
    expect(judgeAudit('{"vulnerabilities":{"x":{"severity":"high"}}}')).toEqual({
      ok: false,
      words: 'Known faults: x (high)',
    });
  });
});

describe('an identifier that its package misspells', () => {
  it('is the one that the licence file beside it names', async () => {
    const { licence, text } = await licenceOf('node_modules/splaytree-ts');
    expect(licence).toBe('BSD-3-Clause');
    expect(text).toContain('BSD 3-Clause License');
  });
});
