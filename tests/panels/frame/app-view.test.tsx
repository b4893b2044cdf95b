import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { AppView } from '../../../src/panels/frame/app-view.tsx';
import { MODES } from '../../../src/panels/frame/modes.ts';
import { makeApp, renderIn, type TestOptions, words } from '../../fixtures/app.tsx';

async function show(hash = '', options: TestOptions = {}) {
  const test = makeApp(hash, options);
  const onMapElement = vi.fn();
  const { container, unmount } = renderIn(test, <AppView modes={MODES} onMapElement={onMapElement} />);
  await waitFor(() => expect(container.querySelector('#detail article, .wide-view')).not.toBeNull());
  return { ...test, container, unmount, onMapElement };
}
const title = (container: Element) => words(container.querySelector('#detail h2'));
const pressEsc = () => fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Escape' });

describe('the frame', () => {
  it('has head, legend, list, map and details, and hands the map its element once', async () => {
    const { container, onMapElement } = await show();
    for (const selector of ['.top-bar', '.legend', '.site-list', 'main .map', '#detail'])
      expect([selector, container.querySelectorAll(selector).length]).toEqual([selector, 1]);
    expect(onMapElement.mock.calls).toEqual([[container.querySelector('.map')]]);
    expect(document.querySelectorAll('h1')).toHaveLength(1);
  });

  it('says aloud what a filter left, on a narrow screen too, where the legend is behind a tab', async () => {
    const { state } = await show('lang=en', { narrow: true });
    const said = () => screen.getAllByRole('status').map(words);
    await waitFor(() => expect(said()).toContain('24 of 24 records shown'));
    state.actions.setFilter('clusters', ['food']);
    await waitFor(() => expect(said()).toContain('2 of 24 records shown'));
  });

  it('has one sheet instead of two sides on a narrow screen', async () => {
    const { container, narrow } = await show('', { narrow: true });
    expect([container.querySelector('.sidebar'), container.querySelectorAll('.sheet').length]).toEqual([null, 1]);
    narrow.value = false;
    await waitFor(() => expect(container.querySelector('.sidebar')).not.toBeNull());
    expect(container.querySelector('.sheet')).toBeNull();
  });

  it('takes the focus to list and details without touching the address', async () => {
    const { container } = await show();
    fireEvent.click(screen.getByText('跳到列表'));
    expect(document.activeElement).toBe(container.querySelector('#list'));
    fireEvent.click(screen.getByText('跳到详情'));
    expect(document.activeElement).toBe(container.querySelector('#detail'));
    await waitFor(() => expect(container.querySelector('.plan-bar')).not.toBeNull());
    fireEvent.click(screen.getByText('跳到工具'));
    expect(document.activeElement).toBe(container.querySelector('.plan-bar button'));
    expect(location.hash).toBe('');
  });
});

describe('the list, the search and the panel', () => {
  it('show the same site: a row opens its panel', async () => {
    const { container } = await show();
    fireEvent.click(screen.getByText('季华实验室', { selector: '.list-name' }));
    await waitFor(() => expect(title(container)).toBe('季华实验室'));
  });

  it('open a site by its initials, with the keyboard alone', async () => {
    const { container } = await show();
    fireEvent.keyDown(document.body, { key: '/' });
    const field = screen.getByRole('combobox', { name: /搜索/ });
    fireEvent.input(field, { target: { value: 'jtxz' } });
    fireEvent.keyDown(field, { key: 'Enter' });
    await waitFor(() => expect(title(container)).toBe('建陶小镇'));
    expect(container.querySelector('#detail mark')?.textContent).toBe('建陶小镇');
  });
});

describe('Esc', () => {
  it('closes a panel and comes back to the start', async () => {
    const { container, state } = await show('site=jihua-laboratory&clusters=cross');
    expect(title(container)).toBe('季华实验室');
    pressEsc();
    await waitFor(() => expect(container.querySelector('.start')).not.toBeNull());
    expect([state.selection.value, state.filters.value.clusters]).toEqual([null, ['cross']]);
  });

  it('closes a filter menu first, and leaves the panel', async () => {
    const { container, state } = await show('site=jihua-laboratory');
    const menu = container.querySelector<HTMLDetailsElement>('details.filter-menu');
    if (menu === null) throw new Error('no menu');
    menu.open = true;
    menu.querySelector('summary')?.focus();
    pressEsc();
    expect([menu.open, state.selectedSite.value?.id]).toEqual([false, 'jihua-laboratory']);
    pressEsc();
    expect(state.selection.value).toBeNull();
  });

  it('empties the search, and leaves the panel', async () => {
    const { state } = await show('site=jihua-laboratory');
    const field = screen.getByRole('combobox', { name: /搜索/ });
    field.focus();
    fireEvent.input(field, { target: { value: 'zc' } });
    pressEsc();
    expect([state.filters.value.q, state.selectedSite.value?.id]).toEqual(['', 'jihua-laboratory']);
  });

  it('closes a wide view', async () => {
    const { container, state } = await show('view=units');
    await waitFor(() => expect(container.querySelector('.wide-view')).not.toBeNull());
    pressEsc();
    await waitFor(() => expect(container.querySelector('.wide-view')).toBeNull());
    expect(state.view.value).toBeNull();
  });

  it('is not heard any more once the page is gone', async () => {
    const heard = vi.spyOn(document, 'addEventListener');
    const { state, unmount } = await show('site=jihua-laboratory');
    const keysOf = (spy: { mock: { calls: unknown[][] } }) => spy.mock.calls.filter(([type]) => type === 'keydown');
    await waitFor(() => expect(keysOf(heard).length).toBeGreaterThan(0));
    const gone = vi.spyOn(document, 'removeEventListener');
    unmount();
    // The library cleans up after the next frame.
    await waitFor(() => expect(keysOf(gone)).toHaveLength(keysOf(heard).length));
    pressEsc();
    expect(state.selectedSite.value?.id).toBe('jihua-laboratory');
  });
});

describe('what goes wrong', () => {
  it('says that there is no map, and list and panel go on', async () => {
    const { container, state } = await show();
    state.actions.setMapStatus('failed');
    expect((await screen.findAllByText(/列表与详情仍可使用。/)).length).toBeGreaterThan(0);
    fireEvent.click(screen.getByText('季华实验室', { selector: '.list-name' }));
    await waitFor(() => expect(title(container)).toBe('季华实验室'));
  });

  it('is told in words, and can be put away', async () => {
    const { container, state } = await show();
    state.actions.notify('config.json: not valid JSON');
    const notice = await screen.findByText(/config\.json: not valid JSON/);
    const close = notice.querySelector('button');
    if (close === null) throw new Error('no button');
    fireEvent.click(close);
    await waitFor(() => expect(words(container.querySelector('.notice'))).toBe(''));
  });
});

describe('the head', () => {
  it('switches language and theme; what is open stays open', async () => {
    const { container, state } = await show('site=jihua-laboratory');
    const select = screen.getByLabelText<HTMLSelectElement>('语言');
    select.value = 'en';
    // The plain event: the testing library renames its own "change" once lazy panels are in play.
    fireEvent(select, new Event('change', { bubbles: true }));
    await waitFor(() => expect(title(container)).toBe('Jihua Laboratory'));
    expect(words(container.querySelector('h1'))).toBe('Foshan 2+2+4: industrial clusters on the map');
    fireEvent.click(screen.getByRole('button', { name: 'Dark' }));
    expect(state.theme.value).toBe('dark');
    expect(await screen.findByRole('button', { name: 'Light' })).toBeTruthy();
  });

  it('copies the link, or shows it where that is refused', async () => {
    const { state } = await show();
    const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValueOnce();
    fireEvent.click(screen.getByRole('button', { name: '复制链接' }));
    const again = await screen.findByRole('button', { name: '已复制' });
    expect(writeText).toHaveBeenCalledWith(location.href);
    writeText.mockRejectedValueOnce(new Error('denied'));
    fireEvent.click(again);
    await waitFor(() => expect(state.notice.value).toContain(`无法复制，请手动复制: ${location.href}`));
  });

  it('asks the map for what its buttons say', async () => {
    const { port } = await show();
    for (const name of ['放大', '缩小', '全市']) fireEvent.click(screen.getByRole('button', { name }));
    for (const asked of [port.zoomIn, port.zoomOut, port.reset]) expect(asked).toHaveBeenCalledOnce();
  });
});
