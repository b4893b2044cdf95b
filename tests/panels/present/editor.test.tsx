import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import Editor from '../../../src/panels/present/author/editor.tsx';
import { tourText } from '../../../src/panels/present/author/open-tour.ts';
import OwnTours from '../../../src/panels/present/author/own-tours.tsx';
import { takeStop } from '../../../src/panels/present/author/take-stop.ts';
import { presentationOf } from '../../../src/state/present/presentation.ts';
import { makeApp, renderIn, words } from '../../fixtures/app.tsx';
import { memoryTours } from '../../fixtures/memory-stores.ts';
import { stopOf, tourOf } from '../../fixtures/tour.ts';

async function opened(hash = 'mode=present', ...ids: string[]) {
  const app = makeApp(hash);
  const presentation = presentationOf(app, memoryTours);
  await presentation.authoring.loaded;
  presentation.authoring.open(tourOf(...ids));
  app.state.present.play('own-1');
  vi.mocked(app.port.currentView).mockReturnValue({
    zoom: 12.34567,
    lat: 23.1,
    lng: 113.1,
    bearing: 0,
    pitch: 0,
    across: 640,
  });
  const view = renderIn(app, <Editor onClose={vi.fn()} />);
  const titles = () => [...view.container.querySelectorAll('.author-choose bdi')].map((node) => node.textContent);
  const said = () => words(view.container.querySelector('.author-said'));
  return { app, ...presentation, titles, said, ...view };
}
const drop = (name: string, text: string) => {
  const event = new Event('drop', { bubbles: true, cancelable: true });
  Object.assign(event, { dataTransfer: { types: ['Files'], files: [new File([text], name)] } });
  window.dispatchEvent(event);
};

describe('the editor', () => {
  it('moves a stop by the arrow keys, says so, and takes it back', async () => {
    const { titles, said } = await opened('mode=present', 'a', 'b', 'c');
    const [grip] = screen.getAllByRole('button', { name: /^移动/ });
    if (grip === undefined) throw new Error('no handle');
    fireEvent.keyDown(grip, { key: 'ArrowDown' });
    expect(titles()).toEqual(['第 b 站', '第 a 站', '第 c 站']);
    expect(said()).toBe('“第 a 站”移到第2位，共3位');
    fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true });
    expect(titles()).toEqual(['第 a 站', '第 b 站', '第 c 站']);
    fireEvent.keyDown(document.body, { key: 'Z', ctrlKey: true, shiftKey: true });
    expect(titles()[0]).toBe('第 b 站');
  });

  it('duplicates and deletes the chosen stop', async () => {
    const { titles, playback } = await opened('mode=present', 'a', 'b');
    fireEvent.click(screen.getByRole('button', { name: '复制这一站' }));
    expect(titles()).toEqual(['第 a 站', '第 a 站', '第 b 站']);
    expect(playback.state.value.index).toBe(1);
    fireEvent.click(screen.getByRole('button', { name: '删除这一站' }));
    expect(titles()).toEqual(['第 a 站', '第 b 站']);
  });

  it('takes no more words than five lines hold, and counts them', async () => {
    const { authoring } = await opened('mode=present', 'a');
    const field = screen.getByLabelText<HTMLTextAreaElement>(/^说明/);
    fireEvent.input(field, { target: { value: `一\n二\n三\n四\n五\n六` } });
    expect(field.value).toBe('一\n二\n三\n四\n五');
    expect(authoring.tour.value?.stops[0]?.words).toEqual({ zh: '一\n二\n三\n四\n五', en: '一\n二\n三\n四\n五' });
    const title = screen.getByLabelText<HTMLTextAreaElement>('标题');
    fireEvent.input(title, { target: { value: '字'.repeat(60) } });
    expect(screen.getByText(`${title.value.length} / ${title.value.length}字`)).toBeTruthy();
    expect(title.value.length).toBeLessThan(40);
  });

  it('takes the view behind the chosen stop, with its size', async () => {
    const { titles, authoring } = await opened('mode=present', 'a', 'b');
    fireEvent.click(screen.getByRole('button', { name: '取当前视图' }));
    expect(titles()).toEqual(['第 a 站', '第2站', '第 b 站']);
    expect(authoring.tour.value?.stops[1]?.look).toEqual({
      to: 'camera',
      zoom: 12.346,
      lat: 23.1,
      lng: 113.1,
      bearing: 0,
      pitch: 0,
      across: 640,
    });
  });

  it('takes the view by one key into the stop, by another as a stop of its own, and not out of a field', async () => {
    const { titles, authoring } = await opened('mode=present', 'a', 'b');
    fireEvent.keyDown(screen.getByLabelText('标题'), { key: 'v' });
    expect(authoring.tour.value?.stops[0]?.look).toEqual({ to: 'city' });
    fireEvent.keyDown(document.body, { key: 'v' });
    expect(authoring.tour.value?.stops[0]?.look).toMatchObject({ to: 'camera', zoom: 12.346 });
    expect(titles()).toEqual(['第 a 站', '第 b 站']);
    fireEvent.keyDown(document.body, { key: 'T' });
    expect(titles()).toEqual(['第 a 站', '第2站', '第 b 站']);
  });

  it('lets the map be moved while a tour is made, and holds it while one is only played', async () => {
    const { app, openSide } = await opened('mode=present', 'a');
    expect(app.state.present.mapHeld.value).toBe(true);
    openSide('editor');
    expect(app.state.present.mapHeld.value).toBe(false);
    openSide('export');
    expect(app.state.present.mapHeld.value).toBe(true);
    app.state.actions.setMode('plan');
    expect(app.state.present.mapHeld.value).toBe(false);
  });

  it('offers only figures that there are, and keeps the one it does not know', async () => {
    const { authoring, app } = await opened('mode=present', 'a');
    app.need.statistics();
    authoring.edit((tour) => ({
      ...tour,
      stops: [stopOf('a', { figure: { from: 'site', id: 'gone', key: 'area' } })],
    }));
    const select = screen.getByLabelText<HTMLSelectElement>(/^数字/);
    await waitFor(() => expect(select.selectedOptions[0]?.textContent).toBe('现用数字（这里的数据里查不到）'));
    const options = within(select)
      .getAllByRole('option')
      .map(({ textContent }) => textContent);
    expect(options).toContain('目标 · 食品饮料');
    expect(options).toContain('记录数 · 南海区');
    expect(options.length).toBeGreaterThan(30);
  });

  it('refuses a bad file by name, stop and reason, and changes nothing', async () => {
    const { titles } = await opened('mode=present', 'a', 'b');
    drop('坏的.json', tourText(tourOf('x', 'y')).replace('"to": "city"', '"to": "moon"'));
    const alert = await screen.findByRole('alert');
    expect(words(alert)).toContain('“坏的.json”没有打开。现在的内容没有变。');
    expect(words(alert)).toContain('第1站 · look.to：不认识的值');
    expect(titles()).toEqual(['第 a 站', '第 b 站']);
    drop('好的.json', tourText(tourOf('x')));
    await waitFor(() => expect(titles()).toEqual(['第 x 站']));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('opens what is pasted, but not into a field', async () => {
    const { titles } = await opened('mode=present', 'a');
    const paste = (target: EventTarget) => {
      const event = new Event('paste', { bubbles: true, cancelable: true });
      Object.assign(event, { clipboardData: { files: [], getData: () => tourText(tourOf('x')) } });
      target.dispatchEvent(event);
    };
    paste(screen.getByLabelText('标题'));
    expect(titles()).toEqual(['第 a 站']);
    paste(document.body);
    await waitFor(() => expect(titles()).toEqual(['第 x 站']));
  });
});

describe('the list of own tours', () => {
  it('offers what was not saved, and forgets it when told to', async () => {
    const store = memoryTours();
    await store.put('drafts', { tour: tourOf('a', 'b'), at: Date.UTC(2026, 0, 2) });
    const app = makeApp('mode=present');
    const { authoring } = presentationOf(app, () => store);
    await authoring.loaded;
    renderIn(app, <OwnTours onEdit={vi.fn()} />);
    expect(words(screen.getByRole('region', { name: '找回了没有保存的导览' }))).toContain(
      '“我的导览”，2站，2026年1月2日',
    );
    fireEvent.click(screen.getByRole('button', { name: '丢弃' }));
    await waitFor(() => expect(screen.queryByRole('region', { name: '找回了没有保存的导览' })).toBeNull());
    expect((await store.read()).drafts).toEqual([]);
  });

  it('has what is being made in the plan at once, by its name, and goes on with it', async () => {
    const app = makeApp('clusters=food');
    vi.mocked(app.port.currentView).mockReturnValue({ zoom: 11, lat: 23, lng: 113, bearing: 0, pitch: 0, across: 700 });
    presentationOf(app, memoryTours);
    await takeStop(app);
    await takeStop(app);
    app.state.actions.setMode('present');
    const onEdit = vi.fn();
    renderIn(app, <OwnTours onEdit={onEdit} />);
    const making = screen.getByRole('region', { name: '正在制作' });
    expect(words(making)).toContain('“我的导览1”，2站');
    expect(screen.queryByText('这台设备上还没有自己的导览。')).toBeNull();
    fireEvent.click(within(making).getByRole('button', { name: '继续制作' }));
    expect(app.state.address.value).toMatchObject({ tour: 'own-1', stop: 2 });
    expect(onEdit).toHaveBeenCalledOnce();
  });

  it('says what is wrong with a link that was cut', async () => {
    const app = makeApp('mode=present&t=abcdef');
    await presentationOf(app, memoryTours).authoring.loaded;
    renderIn(app, <OwnTours onEdit={vi.fn()} />);
    expect(words(screen.getByRole('alert'))).toContain('多半是被截断了');
  });

  it('says where a tour of another device has to come from', async () => {
    const app = makeApp('mode=present&tour=own-7');
    await presentationOf(app, memoryTours).authoring.loaded;
    renderIn(app, <OwnTours onEdit={vi.fn()} />);
    expect(screen.getByText(/这个导览（own-7）不在这台设备上/)).toBeTruthy();
  });
});

describe('the planner’s view', () => {
  it('becomes a stop with its filters and its selection, titled by it, and says what is not kept', async () => {
    const app = makeApp('site=jihua-laboratory&clusters=food,auto&q=abc');
    vi.mocked(app.port.currentView).mockReturnValue({ zoom: 11, lat: 23, lng: 113, bearing: 0, pitch: 0, across: 700 });
    const { authoring } = presentationOf(app, memoryTours);
    await takeStop(app);
    const stop = authoring.tour.value?.stops[0];
    expect(stop?.title.zh).toBe('季华实验室');
    expect(stop?.show).toMatchObject({ selection: { entity: 'site', id: 'jihua-laboratory' } });
    expect([...(stop?.show.clusters ?? [])].sort()).toEqual(['auto', 'food']);
    expect(app.state.notice.value).toContain('已作为第1站加入“我的导览1”');
    expect(app.state.notice.value).toContain('搜索词');
    await takeStop(app);
    expect(authoring.tour.value?.stops).toHaveLength(2);
  });
});
