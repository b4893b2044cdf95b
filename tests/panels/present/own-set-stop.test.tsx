import { act, fireEvent, screen, within } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { stageFrame } from '../../../src/domain/stage-frame.ts';
import { setsOf } from '../../../src/domain/tour.ts';
import { withSets as ofSets } from '../../../src/domain/tour-edit.ts';
import Editor from '../../../src/panels/present/author/editor.tsx';
import { Caption } from '../../../src/panels/present/caption.tsx';
import { saidOf } from '../../../src/panels/present/said.ts';
import { shownSets } from '../../../src/state/imports/shown-sets.ts';
import { presentationOf } from '../../../src/state/present/presentation.ts';
import { renderIn } from '../../fixtures/app.tsx';
import { smallSet } from '../../fixtures/imported.ts';
import { memoryTours } from '../../fixtures/memory-stores.ts';
import { withSets } from '../../fixtures/own-sets.tsx';
import { stopOf, tourOf } from '../../fixtures/tour.ts';

async function opened() {
  const app = await withSets('mode=present', [smallSet('import-1', '企业'), smallSet('import-2', '地块')]);
  const presentation = presentationOf(app, memoryTours);
  await presentation.authoring.loaded;
  presentation.authoring.open(tourOf('a'));
  app.state.present.play('own-1');
  renderIn(app, <Editor onClose={vi.fn()} />);
  return { app, ...presentation, stops: () => presentation.authoring.tour.value?.stops ?? [] };
}

describe('a stop of a set of one’s own', () => {
  it('shows that set alone with its rows by district, and the file is said not to bring it', async () => {
    const { app, stops, playback } = await opened();
    await act(() => app.imports.restyle('import-1', { visible: false }));
    fireEvent.change(screen.getByLabelText('从'), { target: { value: 'set' } });
    fireEvent.click(within(screen.getByRole('list', { name: '自己的数据' })).getByRole('button', { name: '企业' }));
    const [, stop = stopOf('none')] = stops();
    expect(stop).toMatchObject({ show: { set: { id: 'import-1', name: '企业' }, clusters: [] }, look: { to: 'box' } });
    expect(playback.state.value.index).toBe(1);
    // In sight on the stage, though it is hidden in planning, and the other is not.
    expect(shownSets(app.state).map(({ id }) => id)).toEqual(['import-1']);
    expect(app.state.visibleSites.value).toEqual([]);
    const said = saidOf(app, tourOf(), stop);
    expect(said.figure).toMatchObject({ value: '3', known: true });
    // Of one row nothing but its town is known, which states no district: it may be in any.
    expect(said.chart).toMatchObject({ form: 'bars', said: expect.arrayContaining(['1（1–2）']) });
    expect(screen.getByText(/文件和链接里没有这些数据/)).toBeDefined();
    fireEvent.click(screen.getByLabelText('同时显示登记的点位'));
    expect(stops()[1]?.show.clusters).toBeNull();
  });

  it('is named in the legend, and so is each set in sight at other stops', async () => {
    const app = await withSets('mode=present', [smallSet('import-1', '企业'), smallSet('import-2', '地块')]);
    renderIn(app, <Caption stop={stopOf('a')} tour={tourOf()} frame={stageFrame(1600, 900)} />);
    const legend = await screen.findByRole('list', { name: '图例' });
    await vi.waitFor(() => expect(legend.textContent).toMatch(/企业.*地块|地块.*企业/));
  });

  it('says on another device that the set is not there', async () => {
    const { app } = await opened();
    const show = { ...stopOf('b').show, set: { id: 'import-9', name: '名录' } };
    const stop = stopOf('b', { show, figure: { from: 'set', id: 'import-9' } });
    expect(saidOf(app, tourOf(), stop).figure).toEqual({
      value: '这台设备没有这份数据',
      label: expect.stringContaining('名录'),
      known: false,
    });
  });

  it('follows its set where that comes under another id', () => {
    const show = { ...stopOf('b').show, set: { id: 'import-1', name: '企业' } };
    const tour = { ...tourOf(), stops: [stopOf('b', { show, figure: { from: 'set', id: 'import-1' } })] };
    expect(setsOf(ofSets(tour, new Map([['import-1', 'import-7']])).stops)).toEqual(['import-7']);
  });
});

describe('a chart', () => {
  it('is chosen apart from the number, and either is taken out alone', async () => {
    const { app, stops } = await opened();
    const chart = screen.getByLabelText('图表（和数字分开选）');
    const choose = (label: string) =>
      fireEvent.change(chart, {
        target: { value: within(chart).getByRole<HTMLOptionElement>('option', { name: label }).value },
      });
    fireEvent.change(screen.getByLabelText(/^数字/), { target: { value: 'own' } });
    choose('时间线：汽车及新能源');
    expect(stops()[0]).toMatchObject({
      figure: { from: 'own' },
      chart: { kind: 'line', entity: 'cluster', id: 'auto' },
    });
    const [stop = stopOf('none')] = stops();
    expect(saidOf(app, tourOf(), stop).chart).toMatchObject({ form: 'line', title: '汽车及新能源：时间线' });
    choose('不要图表');
    expect(stops()[0]?.chart).toBeNull();
    choose('自动：配合上面的数字');
    expect(stops()[0]?.chart).toBe('figure');
  });
});
