import { act, fireEvent } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { countRecords } from '../../../src/domain/site.ts';
import TableView from '../../../src/panels/plan/table-view.tsx';
import { makeApp, renderIn, words } from '../../fixtures/app.tsx';

function open(hash = 'view=table') {
  const test = makeApp(hash);
  const { container } = renderIn(test, <TableView />);
  const column = (at: number, lines = 'tr') =>
    [...container.querySelectorAll(`tbody ${lines}`)].map((line) =>
      words(line.querySelectorAll('th, td:not(.is-choice)')[at] ?? null),
    );
  const sortBy = (title: string) => {
    const head = [...container.querySelectorAll('thead th')].find((th) => words(th).startsWith(title));
    fireEvent.click(head?.querySelector('button') ?? container);
    return head?.getAttribute('aria-sort');
  };
  return { ...test, container, column, sortBy };
}

describe('the register as a table', () => {
  it('lists every record that passes the filters, parts too', () => {
    const { state, column, container } = open('view=table&clusters=home&districts=shunde');
    const shown = state.visibleSites.value;
    expect(column(0)).toHaveLength(shown.length);
    expect(new Set(column(1))).toEqual(new Set(['泛家居']));
    expect(words(container.querySelector('[role="status"]'))).toContain(
      `${countRecords(shown)} / ${countRecords(state.sites.value)} 条记录`,
    );
    fireEvent.click([...container.querySelectorAll('button')].find((b) => words(b) === '清除筛选') ?? container);
    expect(column(0)).toHaveLength(state.sites.value.length);
  });

  it('sorts both ways, and what nobody states comes last', () => {
    const { column, sortBy, state } = open();
    const dated = state.sites.value.filter((site) => site.statusDate !== null).length;
    sortBy('状态日期');
    const up = column(6);
    expect(up.slice(dated)).toEqual(up.slice(dated).map(() => '未载明'));
    sortBy('状态日期');
    const down = column(6);
    expect(down.slice(dated)).toEqual(down.slice(dated).map(() => '未载明'));
    expect(down[0]).toBe(up[dated - 1]);
    sortBy('误差半径');
    // A part stands under its whole, whatever its own value.
    const metres = column(8, 'tr:not(.is-part)').flatMap((text) => {
      const found = /^± ([\d,.]+) (k?m)$/.exec(text);
      return found === null ? [] : [Number(found[1]?.replace(',', '')) * (found[2] === 'km' ? 1000 : 1)];
    });
    expect(metres).toHaveLength(
      state.sites.value.filter((site) => site.radiusM !== null && site.parent === null).length,
    );
    expect(metres).toEqual([...metres].sort((a, b) => a - b));
  });

  it('opens the record', () => {
    const { container, state } = open('view=table&q=');
    const name = [...container.querySelectorAll('tbody button')].find((b) => words(b) === '季华实验室');
    fireEvent.click(name ?? container);
    expect(state.address.value).toMatchObject({ view: null, selections: [{ entity: 'site', id: 'jihua-laboratory' }] });
  });

  it('narrows by words in any column', () => {
    const { container, column } = open();
    const find = container.querySelector('input[type="search"]') ?? container;
    fireEvent.input(find, { target: { value: '季华' } });
    expect(column(0)).toEqual(['季华实验室']);
    // A column that is only in the file is found too; nothing that is said nowhere.
    fireEvent.input(find, { target: { value: '三水区' } });
    expect(column(0).length).toBeGreaterThan(1);
    fireEvent.input(find, { target: { value: 'zzz' } });
    expect(column(0)).toEqual([]);
  });

  it('copies what is chosen, one by one, as far as another and all, and nothing that is out of sight', async () => {
    const written: string[] = [];
    vi.stubGlobal('navigator', { ...navigator, clipboard: { writeText: (text: string) => written.push(text) } });
    const { container, column, port, state } = open();
    const boxes = () => [...container.querySelectorAll<HTMLInputElement>('tbody .is-choice input')];
    const copy = async () => {
      fireEvent.click([...container.querySelectorAll('button')].find((b) => words(b) === '复制到 Excel') ?? container);
      await act(() => Promise.resolve());
      return (written.at(-1) ?? '').trim().split('\n').length - 1;
    };
    expect(await copy()).toBe(boxes().length);
    fireEvent.click(boxes()[1] ?? container);
    expect(await copy()).toBe(1);
    fireEvent.click(boxes()[3] ?? container, { shiftKey: true });
    expect(await copy()).toBe(3);
    expect([...container.querySelectorAll('[role="status"]')].map(words)).toContain(
      '已选 3 行：复制和导出只含这些行。',
    );
    const chosen = column(0).slice(1, 4);
    fireEvent.input(container.querySelector('input[type="search"]') ?? container, { target: { value: chosen[0] } });
    // The table holds parts of it too, of which some were chosen.
    const inSight = boxes().filter(({ checked }) => checked).length;
    expect([await copy(), inSight > 0 && inSight < 3]).toEqual([inSight, true]);
    fireEvent.click([...container.querySelectorAll('button')].find((b) => words(b) === '在地图上显示') ?? container);
    expect([state.view.value, vi.mocked(port.fitSites).mock.lastCall?.[0].length]).toEqual([null, inSight]);
    vi.unstubAllGlobals();
  });

  it('chooses all that is shown, and none', () => {
    const { container } = open('view=table&districts=gaoming');
    const all = container.querySelector<HTMLInputElement>('thead .is-choice input');
    fireEvent.click(all ?? container);
    const boxes = [...container.querySelectorAll<HTMLInputElement>('tbody .is-choice input')];
    expect(boxes.every(({ checked }) => checked)).toBe(true);
    fireEvent.click([...container.querySelectorAll('button')].find((b) => words(b) === '取消选择') ?? container);
    expect(boxes.some(({ checked }) => checked)).toBe(false);
  });
});
