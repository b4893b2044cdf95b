import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { type PointSet, packText } from '../../../src/domain/point-set.ts';
import DataPanel from '../../../src/panels/data/data-panel.tsx';
import MapSets from '../../../src/panels/data/map-sets.tsx';
import { legendOf } from '../../../src/panels/paper/legend.ts';
import { createImportSession } from '../../../src/state/imports/import-session.ts';
import { createImports } from '../../../src/state/imports/imports.ts';
import { keptSources } from '../../../src/state/imports/remote-sets.ts';
import { makeApp, renderIn, words } from '../../fixtures/app.tsx';
import { NO_STORE, smallImport } from '../../fixtures/imported.ts';
import { rectangle, shapedSet } from '../../fixtures/shaped-set.ts';

const parcels: PointSet = {
  ...shapedSet([0, 1, 2].map((at) => ({ rings: [rectangle(113 + at / 100, 23, 113.005 + at / 100, 23.01)] }))),
  id: 'parcels',
  name: '地块',
  columns: [packText('用途', ['工业', '居住', '工业'])],
};

async function panel(...sets: PointSet[]) {
  const app = makeApp('view=data&lang=en');
  const imports = createImports(NO_STORE, vi.fn());
  const session = createImportSession(() => Promise.reject(new Error('no file is read here')), vi.fn());
  app.state.provide({ imports: { ...imports, session, kept: keptSources(() => localStorage) } });
  const { receipt } = smallImport();
  for (const set of sets) await imports.add({ set, receipt });
  const { container } = renderIn(
    app,
    <>
      <DataPanel />
      <MapSets />
    </>,
  );
  const legend = () => [...container.querySelectorAll('.map-sets .set-swatch')];
  return { app, imports, container, legend };
}

const choose = (label: string, option: string) => {
  const select = screen.getByLabelText<HTMLSelectElement>(label);
  const found = [...select.options].find((each) => words(each) === option);
  if (found === undefined) throw new Error(`${label} has no ${option}`);
  fireEvent.change(select, { target: { value: found.value } });
};

describe('the look of a set', () => {
  it('hatches areas, one for all or each class its own, and every legend follows', async () => {
    const { app, imports, legend } = await panel(parcels);
    expect(words(screen.getByLabelText('Hatch of areas'))).not.toContain('one for each class');
    choose('Hatch of areas', 'squares');
    expect(legend().map((each) => each.getAttribute('data-hatch'))).toEqual(['cross']);
    const paper = () =>
      legendOf(app.state, app.i18n.value, { sites: new Set(), layers: new Set() }).flatMap(({ sign, label }) =>
        sign.form === 'area' ? [`${label}: ${sign.hatch}, ${sign.opacity}`] : [],
      );
    expect(paper()).toEqual(['地块 (3): cross, 1']);

    imports.restyle('parcels', { colourBy: { kind: 'category', column: '用途' } });
    await waitFor(() => choose('Hatch of areas', 'one for each class'));
    fireEvent.input(screen.getByLabelText(/^Opacity/), { target: { value: '0.5' } });
    expect(legend().map((each) => each.getAttribute('data-hatch'))).toEqual(['slant', 'level']);
    expect(paper()).toEqual(['工业 (2): slant, 0.5', '居住 (1): level, 0.5']);
    expect(screen.getByLabelText(/^Opacity/).getAttribute('aria-valuetext')).toBe('50 %');
    // A set of points alone has none to choose.
    imports.restyle('parcels', { visible: false });
  });

  it('names a ramp as it is in the theme that is shown', async () => {
    const { app, imports } = await panel({ ...parcels, columns: [packText('值', ['1', '2', '3'])] });
    imports.restyle('parcels', {
      colourBy: { kind: 'number', column: '值', method: 'quantile', breaks: [], ramp: 'heat' },
    });
    const names = () => words(screen.getByLabelText('Colours'));
    await waitFor(() => expect(names()).toContain('pale to red'));
    app.state.actions.setTheme('dark');
    await waitFor(() => expect(names()).toContain('violet to pale yellow'));
    expect(names()).not.toContain('pale to red');
  });

  it('labels rows by a column, and says so beside and on paper', async () => {
    const { app, imports, container } = await panel(parcels);
    choose('Labels', '用途');
    expect(imports.labels.value.map(({ text }) => text)).toEqual(['工业', '居住', '工业']);
    expect(words(container.querySelector('.map-sets'))).toContain('Labels: 用途, where there is room');
    const rows = legendOf(app.state, app.i18n.value, { sites: new Set(), layers: new Set() });
    expect(rows.map(({ label }) => label)).toContain('Labels: 用途, where there is room');
    choose('Labels', 'none');
    expect(imports.labels.value).toEqual([]);
  });
});

describe('the order of sets', () => {
  it('shows the uppermost first and moves with what was pressed keeping the focus', async () => {
    const { imports, container } = await panel(smallImport('a', '甲').set, smallImport('b', '乙').set, parcels);
    const names = () =>
      screen.getAllByRole('region', { name: /^(甲|乙|地块)$/ }).map((each) => each.getAttribute('aria-label'));
    expect(names()).toEqual(['地块', '乙', '甲']);
    expect(screen.getByRole('button', { name: 'Move “地块” up' })).toHaveProperty('disabled', true);
    fireEvent.click(screen.getByRole('button', { name: 'Move “地块” down' }));
    await waitFor(() => expect(names()).toEqual(['乙', '地块', '甲']));
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Move “地块” down' }));
    fireEvent.click(screen.getByRole('button', { name: 'Move “地块” down' }));
    await waitFor(() => expect(names()).toEqual(['乙', '甲', '地块']));
    // At the end its way back is at hand.
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Move “地块” up' }));
    expect(container.textContent).toContain('“地块” is now 3 of 3 from the top');
    expect(imports.sets.value.map(({ id }) => id)).toEqual(['parcels', 'a', 'b']);
    // The legend of the map has the same order.
    const legend = container.querySelector<HTMLElement>('.map-sets');
    if (legend === null) throw new Error('no legend');
    expect(within(legend).getAllByRole('button').map(words)).toEqual(['乙', '甲', '地块']);
  });
});
