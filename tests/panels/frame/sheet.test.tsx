import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { Sheet } from '../../../src/panels/frame/sheet.tsx';
import { PlanSide } from '../../../src/panels/frame/side.tsx';
import { makeApp, renderIn } from '../../fixtures/app.tsx';

function show(hash = '') {
  const test = makeApp(hash, { narrow: true });
  const { container } = renderIn(test, <Sheet Side={PlanSide} details={<p>内容</p>} />);
  const handle = container.querySelector('.sheet-handle');
  if (handle === null) throw new Error('no handle');
  return { ...test, container, handle };
}
const tab = (name: string) => screen.getByRole('tab', { name });
const selected = () => screen.getByRole('tab', { selected: true }).textContent;

describe('the sheet', () => {
  it('shows one of details, list and legend', () => {
    show();
    expect([selected(), screen.queryByText('内容') !== null]).toEqual(['详情', true]);
    fireEvent.click(tab('列表'));
    expect([selected(), screen.queryByText('内容'), document.querySelectorAll('.list-row').length]).toEqual([
      '列表',
      null,
      26,
    ]);
    fireEvent.click(tab('图例'));
    expect(document.querySelectorAll('.legend-row')).toHaveLength(9);
  });

  it('has one tab in the order of Tab, and arrows, Home and End between them', async () => {
    show();
    const press = async (key: string, init: KeyboardEventInit = {}) => {
      const { activeElement } = document;
      if (activeElement === null) throw new Error('nothing has the focus');
      fireEvent.keyDown(activeElement, { key, ...init });
      await waitFor(() => expect(document.activeElement?.getAttribute('tabindex')).toBe('0'));
      const inOrder = screen.getAllByRole('tab').filter(({ tabIndex }) => tabIndex === 0);
      expect(inOrder.map(({ textContent }) => textContent)).toEqual([selected()]);
      return [document.activeElement?.textContent, selected()];
    };
    tab('详情').focus();
    expect(await press('ArrowRight')).toEqual(['列表', '列表']);
    expect(document.querySelectorAll('.list-row')).toHaveLength(26);
    expect(await press('ArrowRight')).toEqual(['图例', '图例']);
    expect(await press('ArrowRight')).toEqual(['详情', '详情']);
    expect(screen.getByText('内容')).toBeTruthy();
    expect(await press('ArrowLeft')).toEqual(['图例', '图例']);
    expect(await press('Home')).toEqual(['详情', '详情']);
    expect(await press('End')).toEqual(['图例', '图例']);
    expect(await press('ArrowLeft', { altKey: true })).toEqual(['图例', '图例']);
  });

  it('turns to the details of what is chosen, whichever tab it was chosen from', async () => {
    const { state } = show();
    fireEvent.click(tab('列表'));
    fireEvent.click(screen.getByText('季华实验室'));
    await waitFor(() => expect(selected()).toBe('详情'));
    expect(state.selectedSite.value?.id).toBe('jihua-laboratory');
  });

  it('has three heights by key, and says which', () => {
    const { state, handle } = show();
    const press = (key: string) => fireEvent.keyDown(handle, { key });
    expect(handle.getAttribute('aria-label')).toContain('半屏');
    press('ArrowUp');
    press('ArrowUp');
    expect(state.sheet.value).toBe('full');
    expect(handle.getAttribute('aria-label')).toContain('全屏');
    press('ArrowDown');
    press('ArrowDown');
    press('ArrowDown');
    expect(state.sheet.value).toBe('peek');
    press('Enter');
    expect(state.sheet.value).toBe('half');
    press('a');
    expect(state.sheet.value).toBe('half');
  });

  it('follows a drag by one height, and takes a short one for a tap', () => {
    const { state, handle } = show();
    Object.assign(handle, { setPointerCapture: () => {} });
    const drag = (from: number, to: number) => {
      fireEvent.pointerDown(handle, { clientY: from, pointerId: 1 });
      fireEvent.pointerUp(handle, { clientY: to, pointerId: 1 });
      return state.sheet.value;
    };
    expect([drag(500, 300), drag(100, 300), drag(300, 500), drag(500, 503), drag(500, 499), drag(500, 501)]).toEqual([
      'full',
      'half',
      'peek',
      'half',
      'full',
      'peek',
    ]);
  });

  it('takes the click of a screen reader, which comes without a pointer, and no tap twice', () => {
    const { state, handle } = show();
    Object.assign(handle, { setPointerCapture: () => {} });
    fireEvent.click(handle, { detail: 0 });
    expect(state.sheet.value).toBe('full');
    fireEvent.pointerDown(handle, { clientY: 100, pointerId: 1 });
    fireEvent.pointerUp(handle, { clientY: 100, pointerId: 1 });
    fireEvent.click(handle, { detail: 1 });
    expect(state.sheet.value).toBe('peek');
  });

  it('comes up when a tab is taken from below', async () => {
    const { state, container } = show();
    state.actions.setSheet('peek');
    await waitFor(() => expect(container.querySelector('.sheet-peek')).not.toBeNull());
    fireEvent.click(tab('列表'));
    expect(state.sheet.value).toBe('half');
  });
});
