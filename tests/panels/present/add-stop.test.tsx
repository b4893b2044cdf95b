import { act, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { problemsOf } from '../../../src/domain/schema/parse.ts';
import { Tour } from '../../../src/domain/tour-schema.ts';
import Editor from '../../../src/panels/present/author/editor.tsx';
import OwnTours from '../../../src/panels/present/author/own-tours.tsx';
import { withWords } from '../../../src/panels/present/author/stop-sources.ts';
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
    fireEvent.input(screen.getByLabelText('名称、拼音或首字母'), { target: { value: '季华' } });
    const [found, ...others] = within(list()).getAllByRole('button');
    expect(others).toEqual([]);
    fireEvent.click(found ?? document.body);
    expect(stops().map(({ id }) => id)).toEqual(['a', 'stop-1', 'b']);
    expect(stops()[1]?.show.selection?.entity).toBe('site');
    expect(playback.state.value.index).toBe(1);
  });

  it('is found by how its name is read, and the list is one step of Tab', () => {
    const options = ['仙湖氢谷', '季华实验室'].map(
      (label, n) => ({ source: { of: 'site', id: `s${n}` }, label }) as const,
    );
    const entry = {
      entity: 'site',
      id: 's0',
      zh: ['仙湖氢谷'],
      en: [],
      pinyin: ['xianhuqinggu'],
      initials: ['xhqg'],
    } as const;
    const index = {
      entries: [{ ...entry, zh: [...entry.zh], en: [], pinyin: [...entry.pinyin], initials: [...entry.initials] }],
      variants: {},
    };
    const labels = (typed: string) => withWords(options, typed, index).map(({ label }) => label);
    expect(['xianhu', 'xhqg', '季华', ''].map(labels)).toEqual([
      ['仙湖氢谷'],
      ['仙湖氢谷'],
      ['季华实验室'],
      ['仙湖氢谷', '季华实验室'],
    ]);
  });

  it('is chosen in a list that Tab passes in one step', async () => {
    const { list } = await opened();
    const inTabs = () =>
      within(list())
        .getAllByRole('button')
        .filter(({ tabIndex }) => tabIndex === 0);
    expect(inTabs()).toHaveLength(1);
    const [first] = inTabs();
    first?.focus();
    fireEvent.keyDown(first ?? document.body, { key: 'ArrowDown' });
    expect(inTabs()).toEqual([document.activeElement]);
    expect(inTabs()).not.toEqual([first]);
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

describe('a tour without stops', () => {
  it('has the first steps on its stage, and words alone are written at once', async () => {
    const app = makeApp('mode=present');
    const presentation = presentationOf(app, memoryTours);
    await presentation.authoring.loaded;
    presentation.authoring.open(tourOf());
    app.state.present.play('own-1');
    presentation.openSide('editor');
    renderIn(app, <Editor onClose={vi.fn()} />);
    expect(document.activeElement).toBe(screen.getByRole('region', { name: '编辑导览' }));
    const steps = within(screen.getByRole('region', { name: '新导览，从第一站开始' }));
    await act(() => steps.getByRole('button', { name: '只有文字' }).click());
    expect(screen.queryByRole('region', { name: '新导览，从第一站开始' })).toBeNull();
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('textbox', { name: '标题' })));
    expect(screen.getByRole('button', { name: '在画面上写标题' }).textContent).toBe('＋ 在画面上写标题');
    presentation.authoring.undo();
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('region', { name: '编辑导览' })));
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
