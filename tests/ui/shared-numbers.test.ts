/** Numbers that code and a style sheet both need, where a sheet can take none from the code: of breakpoints above all. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { NARROW_SCREEN } from '../../src/domain/device-defaults.ts';
import { CREDITS } from '../../src/domain/stage-frame.ts';
import { BESIDE } from '../../src/state/present/stage-size.ts';

const sheet = (path: string) => readFileSync(`src/${path}`, 'utf8').replace(/\s+/g, ' ');
const present = sheet('panels/present/present.css');
const author = sheet('panels/present/author/author.css');

describe('code and style sheets agree on', () => {
  it('what a narrow screen is', () => {
    const em = /([\d.]+)em/.exec(NARROW_SCREEN)?.[1];
    expect(em).toBe('47.5');
    for (const path of ['ui/adapt.css', 'map/map.css']) expect(sheet(path)).toContain(NARROW_SCREEN);
    // The wider layouts begin right above it.
    for (const path of ['ui/head.css', 'panels/plan/plan-bar.css']) expect(sheet(path)).toContain(`(${em}1em <= width`);
  });

  it('the least and the half of the sheet', () => {
    expect(sheet('ui/tokens.css')).toMatch(/--sheet-peek: \d+px;/);
    expect(sheet('ui/layout.css')).toContain(
      '.sheet-peek { height: var(--sheet-peek); } .sheet-half { height: 50vh; height: 50dvh; }',
    );
  });

  it('the panel beside the stage', () => {
    const { width, narrow, share } = BESIDE;
    expect(present).toContain(`.present-stage.has-beside { right: min(100%, ${width}px);`);
    expect(author).toContain(`width: min(100%, ${width}px);`);
    for (const each of [present, author]) expect(each).toContain(`@media (max-width: ${narrow}px)`);
    expect(present).toContain(`.present-stage.has-beside { right: 0; bottom: ${Math.round(share * 100)}%; }`);
    expect(author).toContain(`inset: ${Math.round((1 - share) * 100)}% 0 0;`);
  });

  it('the room of the credits', () => {
    const { least, share, most, margin } = CREDITS;
    const type = `clamp(${least}px, ${(share * 100).toFixed(1)}vmin, ${most}px)`;
    expect(present).toContain(`font-size: ${type};`);
    expect(present).toContain(`- 3 * ${type} - ${margin}px);`);
  });
});
