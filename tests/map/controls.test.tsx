import { describe, expect, it } from 'vitest';
import { CreditsControl, MarkControl } from '../../src/map/controls.ts';

describe('the mark on the map', () => {
  it('is plain text that nothing has to open, and gone where there is none to show', () => {
    const mark = new MarkControl('审图号：<b>粤S</b>');
    const element = mark.onAdd();
    expect([element.textContent, element.childElementCount, element.closest('details')]).toEqual([
      '审图号：<b>粤S</b>',
      0,
      null,
    ]);
    mark.set('');
    expect(element.hidden).toBe(true);
    mark.set('内部参考');
    expect([element.hidden, element.textContent]).toEqual([false, '内部参考']);
  });
});

describe('the credits', () => {
  it('are told in their order, and follow what is drawn', () => {
    const credits = new CreditsControl('Sources', ['City', 'OSM'], true);
    expect(credits.onAdd().textContent).toBe('iCity · OSM');
    credits.set('Sources', ['OSM']);
    expect(credits.onAdd().textContent).toBe('iOSM');
  });
});
