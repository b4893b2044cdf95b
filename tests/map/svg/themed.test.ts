import { describe, expect, it } from 'vitest';
import { markup, node } from '../../../src/map/svg/node.ts';
import { inThemes } from '../../../src/map/svg/themed.ts';

const picture = (theme: string, fill: string, more: Record<string, string | number> = {}) =>
  node('svg', {}, [
    node('g', { id: `image-${theme}` }, [node('path', { d: 'M0 0', fill, stroke: '#000' })]),
    node('use', { href: `#image-${theme}`, ...more }),
    node('text', { fill }, ['佛山']),
  ]);

describe('one picture in two themes', () => {
  it('names what differs once, and gives it by theme', () => {
    const { picture: both, style } = inThemes(picture('light', '#fff'), picture('dark', '#111'), '.first-view');
    expect(markup(both)).toBe(
      '<svg><g id="image-light"><path d="M0 0" fill="var(--p0)" stroke="#000"/></g><use href="#image-light"/><text fill="var(--p0)">佛山</text></svg>',
    );
    expect(style).toBe('.first-view{--p0:#fff}[data-theme="dark"] .first-view{--p0:#111}');
  });

  it('refuses what no style sheet can tell apart', () => {
    const light = picture('light', '#fff');
    expect(() => inThemes(light, picture('dark', '#111', { transform: 'scale(2)' }), 'a')).toThrow(/<use> differs/);
    expect(() => inThemes(light, node('svg', {}, light.children.slice(1)), 'a')).toThrow(/differs/);
    expect(() => inThemes(node('text', { x: 1 }), node('text', { x: 2 }), 'a')).toThrow(/x: 1, 2/);
  });
});
