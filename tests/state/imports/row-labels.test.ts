import { signal } from '@preact/signals';
import { describe, expect, it, vi } from 'vitest';
import type { LabelView } from '../../../src/analysis/row-labels.ts';
import { createImports } from '../../../src/state/imports/imports.ts';
import { ALONE } from '../../../src/state/imports/kept-sets.ts';
import { NO_STORE, smallImport } from '../../fixtures/imported.ts';

describe('the words of the shown sets', () => {
  it('are those of the uppermost set first, none of a hidden one, and the same while nothing of them changes', async () => {
    const view = signal<LabelView | null>(null);
    const imports = createImports(NO_STORE, vi.fn(), ALONE, view);
    await imports.add(smallImport('a', 'a'));
    await imports.add(smallImport('b', 'b'));
    expect(imports.labels.value).toEqual([]);
    imports.restyle('a', { labelBy: { of: 'name' } });
    imports.restyle('b', { labelBy: { of: 'column', column: '员工数' } });
    const texts = () => imports.labels.value.map(({ text }) => text);
    expect(texts()).toEqual(['120', '85', '甲厂', '乙厂', '丙厂']);
    const before = imports.labels.value;
    view.value = { bbox: [113, 22, 114, 23], zoom: 12 };
    imports.restyle('a', { colour: 'red' });
    expect(imports.labels.value).toBe(before);
    imports.move('a', 1);
    expect(texts()).toEqual(['甲厂', '乙厂', '丙厂', '120', '85']);
    imports.refilter('a', { clusters: ['food'] });
    imports.restyle('b', { display: 'hexagons' });
    expect(texts()).toEqual(['乙厂']);
    imports.restyle('a', { visible: false });
    expect(texts()).toEqual([]);
  });
});
