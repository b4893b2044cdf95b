import { act, fireEvent, screen, within } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { problemsOf } from '../../../src/domain/schema/parse.ts';
import { Tour } from '../../../src/domain/tour-schema.ts';
import Editor from '../../../src/panels/present/author/editor.tsx';
import OwnTours from '../../../src/panels/present/author/own-tours.tsx';
import { saidOf } from '../../../src/panels/present/said.ts';
import { presentationOf } from '../../../src/state/present/presentation.ts';
import { makeApp, renderIn } from '../../fixtures/app.tsx';
import { memoryTours } from '../../fixtures/memory-stores.ts';
import { stopOf, tourOf } from '../../fixtures/tour.ts';

async function opened(hash = 'mode=present') {
  const app = makeApp(hash);
  const presentation = presentationOf(app, memoryTours);
  await presentation.authoring.loaded;
  presentation.authoring.open(tourOf('a', 'b'));
  app.state.present.play('own-1');
  renderIn(app, <Editor onClose={vi.fn()} />);
  const list = () => screen.getByRole('list', { name: /项目、园区、平台|条目|年份/ });
  const stops = () => presentation.authoring.tour.value?.stops ?? [];
  return { app, ...presentation, list, stops };
}

describe('a stop of a thing', () => {
  it('is found by its name, and stands behind the chosen one', async () => {
    const { list, stops, playback } = await opened();
    fireEvent.input(screen.getByLabelText('按名称查找'), { target: { value: '季华' } });
    const [found, ...others] = within(list()).getAllByRole('button');
    expect(others).toEqual([]);
    fireEvent.click(found ?? document.body);
    expect(stops().map(({ id }) => id)).toEqual(['a', 'stop-1', 'b']);
    expect(stops()[1]?.show.selection?.entity).toBe('site');
    expect(playback.state.value.index).toBe(1);
  });

  it('is of a clause or a year too', async () => {
    const { list, stops } = await opened();
    const kind = screen.getByLabelText('从');
    fireEvent.change(kind, { target: { value: 'clause' } });
    fireEvent.click(within(list()).getAllByRole('button')[0] ?? document.body);
    fireEvent.change(kind, { target: { value: 'year' } });
    fireEvent.click(within(list()).getByRole('button', { name: '2020' }));
    expect(stops().map(({ show }) => show.clause ?? show.year)).toEqual([null, '1.1', 2020, null]);
  });
});

describe('a stop that frames the talk', () => {
  it('opens under the tour’s name, closes behind the last stop, and shows no sites where it is words alone', async () => {
    const { app, stops, playback } = await opened();
    const add = (name: string) => act(() => screen.getByRole('button', { name }).click());
    await add('开场（导览名称和2+2+4）');
    expect([playback.state.value.index, stops()[0]?.title.zh, stops()[0]?.chart]).toEqual([
      0,
      '我的导览',
      { kind: 'pyramid' },
    ]);
    await add('结尾（谢谢、联系方式）');
    expect(stops().map(({ id }) => id)).toEqual(['stop-1', 'a', 'b', 'stop-2']);
    const last = stops().at(-1) ?? stopOf('none');
    expect(last).toMatchObject({ title: { zh: '谢谢', en: 'Thank you' }, show: { clusters: [] } });
    expect(saidOf(app, tourOf(), last)).toMatchObject({ source: '', chart: null, figure: null });
    app.state.present.goTo(2);
    await add('只有文字');
    expect(stops().map(({ id }) => id)).toEqual(['stop-1', 'a', 'stop-3', 'b', 'stop-2']);
    expect(problemsOf(Tour, { ...tourOf(), stops: stops() })).toEqual([]);
  });
});

describe('a stop of what the planner asks', () => {
  it('is offered as soon as something is asked, and shows it on the stage', async () => {
    const { app, stops } = await opened('mode=present&ask=district:nanhai');
    expect(app.state.plan.ask.value).toBeNull();
    const shade = screen.getByRole('button', { name: '规划里的分区着色' });
    expect(shade.hasAttribute('disabled')).toBe(true);
    await act(() => screen.getByRole('button', { name: '规划里正在问的范围' }).click());
    expect(stops()[1]?.show.ask).toBe('district:nanhai');
    expect(app.state.plan.ask.value).toEqual({ kind: 'area', area: { entity: 'district', id: 'nanhai' } });
    app.state.present.goTo(1);
    expect(app.state.plan.ask.value).toBeNull();
    app.state.present.leave();
    app.state.actions.setMode('plan');
    expect(app.state.plan.ask.value).not.toBeNull();
  });
});

it('a template makes eight stops of a cluster, opened to be edited', async () => {
  const app = makeApp('mode=present');
  const { authoring, playback } = presentationOf(app, memoryTours);
  await authoring.loaded;
  const onEdit = vi.fn();
  renderIn(app, <OwnTours onEdit={onEdit} />);
  fireEvent.change(screen.getByLabelText('用模板：介绍集群'), { target: { value: 'food' } });
  await act(() => screen.getByRole('button', { name: '做成八站' }).click());
  expect(onEdit).toHaveBeenCalled();
  expect(authoring.tour.value).toMatchObject({ id: 'own-1', title: { zh: '食品饮料' } });
  expect(authoring.tour.value?.stops).toHaveLength(8);
  expect(playback.state.value.index).toBe(0);
});
