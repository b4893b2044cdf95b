import { fireEvent, screen, within } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { NamedInClauses } from '../../../src/panels/reader/named-in-clauses.tsx';
import { ReaderPanel } from '../../../src/panels/reader/reader-panel.tsx';
import { formatAddress } from '../../../src/state/address/address.ts';
import type { App } from '../../../src/state/app.ts';
import { appAt, renderIn } from '../../fixtures/app.tsx';

async function read(hash: string): Promise<App> {
  const app = await appAt(hash);
  renderIn(app, <ReaderPanel />);
  return app;
}
const clause = (name: string) => screen.getByRole('button', { name }).closest('section') ?? document.body;
/** The document as a user would select it: what does not belong to the text is left out. */
function textOf(element: Element): string {
  const copy = element.cloneNode(true) as Element;
  for (const extra of copy.querySelectorAll('.sentence-no, .mention-covered')) extra.remove();
  return copy.textContent;
}

describe('reader', () => {
  it('shows the whole text, to the character', async () => {
    const { state } = await read('view=reader');
    const shown = [...document.querySelectorAll('.part, .clause-text')].map(textOf).join('\n');
    expect(shown).toBe(state.policy.value.text);
    expect(screen.getAllByRole('heading', { level: 4 }).map((h) => h.textContent)).toContain('二（二）1');
    expect(screen.getByRole('heading', { name: '三、重点任务' })).toBeTruthy();
  });

  it('makes every mention a link', async () => {
    const { state } = await read('view=reader');
    const links = [...document.querySelectorAll<HTMLAnchorElement>('a.mention')].map((a) => [a.hash, a.textContent]);
    const { mentions, text } = state.policy.value;
    expect(links).toEqual(mentions.map((m) => [`#${m.entity}=${m.id}`, text.slice(m.start, m.end)]));
    fireEvent.click(screen.getByRole('link', { name: '季华实验室' }));
    expect(state.selection.value).toEqual({ entity: 'site', id: 'jihua-laboratory' });
  });

  it('chooses a clause by its cite, and lists what it names, the unplaced apart', async () => {
    const { state } = await read('view=reader');
    fireEvent.click(screen.getByRole('button', { name: '二（一）2 泛家居' }));
    expect(state.clause.value).toBe('2.1.2');
    const open = within(clause('二（一）2 泛家居'));
    expect(open.getByText('本条点名 3 项')).toBeTruthy();
    const apart = open.getByText('其中 1 项没有已知位置，不在图上').nextElementSibling;
    expect(apart?.textContent).toContain('织梦小镇');
    expect(open.getByText('本条点名 3 项').nextElementSibling?.textContent).not.toContain('织梦');
    fireEvent.click(screen.getByRole('button', { name: '二（一）2 泛家居' }));
    expect([state.clause.value, state.view.value]).toEqual([null, 'reader']);
  });

  it('says so where a clause names nothing, and shows parts as parts', async () => {
    const { state } = await read('clause=3.1');
    expect(clause('三（一） 强化项目攻坚').textContent).toContain('没有点名任何项目或园区');
    state.actions.openClause('3.7');
    const open = within((await screen.findByText('“佛山科学技术学院”的组成部分（1）')).parentElement as HTMLElement);
    expect(open.getAllByRole('listitem')).toHaveLength(1);
  });

  it('says when filters hide what a clause names', async () => {
    const app = await read('clause=2.3.1');
    expect(screen.queryByText(/被当前筛选隐藏/)).toBeNull();
    app.state.actions.setFilter('clusters', ['food']);
    expect(await screen.findByText('其中 2 项被当前筛选隐藏')).toBeTruthy();
  });

  it('marks the sentence of the address, and lets the keyboard choose another', async () => {
    const { state } = await read('clause=2.2.1&sentence=2');
    const chosen = () => [...document.querySelectorAll('.sentence.is-chosen')].map((s) => textOf(s).slice(0, 8));
    expect(chosen()).toEqual(['加快推进麒麟轿车']);
    const inClause = within(clause('二（二）1 汽车及新能源'));
    const first = inClause.getByRole('button', { name: '选中第1句' });
    expect(first.tabIndex).toBe(0);
    fireEvent.click(first);
    expect(state.sentence.value).toBe(1);
    expect(chosen()).toEqual(['保持传统汽车及零']);
    expect(within(clause('二（二）2 军民融合及电子信息')).getByRole('button', { name: '选中第1句' }).tabIndex).toBe(-1);
  });

  it('takes a sentence that does not exist for none', async () => {
    const { state } = await read('clause=2.2.1&sentence=7');
    expect(formatAddress(state.address.value)).toBe('clause=2.2.1');
  });

  it('steps from clause to clause and takes the focus along', async () => {
    const { state } = await read('clause=2.3.4');
    fireEvent.click(screen.getByRole('button', { name: '下一条' }));
    expect(state.clause.value).toBe('3.1');
    expect(document.activeElement?.textContent).toBe('三（一）');
    fireEvent.click(screen.getByRole('button', { name: '上一条' }));
    expect(state.clause.value).toBe('2.3.4');
  });

  it('has contents that open a clause', async () => {
    const { state } = await read('view=reader');
    fireEvent.click(screen.getByRole('button', { name: '目录' }));
    const contents = within(screen.getByRole('navigation', { name: '目录' }));
    expect(contents.getAllByRole('button')).toHaveLength(22);
    fireEvent.click(contents.getByRole('button', { name: '三（五） 强化空间集聚' }));
    expect(state.clause.value).toBe('3.5');
    expect(screen.queryByRole('navigation', { name: '目录' })).toBeNull();
    expect(document.activeElement?.textContent).toBe('三（五）');
  });
});

describe('find in the text', () => {
  const now = () => [...document.querySelectorAll('.hit.is-now')].map((m) => m.textContent).join('|');

  it('counts, goes on and back across mentions, and closes with Escape alone', async () => {
    const app = await read('view=reader&clause=2.2.1');
    const outside = vi.fn();
    document.addEventListener('keydown', (event) => outside(event.defaultPrevented), { once: true });
    fireEvent.click(screen.getByRole('button', { name: '查找' }));
    const input = screen.getByRole('textbox', { name: '在原文中查找' });
    expect(document.activeElement).toBe(input);
    fireEvent.input(input, { target: { value: '进麒麟轿车、麒麟' } });
    expect(screen.getByRole('status').textContent).toBe('1 / 1 处');
    // One hit over plain text and two mentions; the mentions remain links.
    expect(now()).toBe('进|麒麟轿车|、|麒麟');
    const names = [...document.querySelectorAll('a.mention')].map((a) => a.textContent);
    expect(names.filter((name) => name.startsWith('麒麟'))).toEqual(['麒麟轿车', '麒麟卡车']);

    fireEvent.input(input, { target: { value: '机器人' } });
    const total = app.state.policy.value.text.split('机器人').length - 1;
    expect(total).toBe(11);
    expect(screen.getByRole('status').textContent).toBe(`1 / ${total} 处`);
    fireEvent.keyDown(input, { key: 'Enter', shiftKey: true });
    expect(screen.getByRole('status').textContent).toBe(`${total} / ${total} 处`);
    fireEvent.keyDown(input, { key: 'Enter' });
    fireEvent.keyDown(input, { key: 'Enter' });
    expect(screen.getByRole('status').textContent).toBe(`2 / ${total} 处`);
    expect(new Set([...document.querySelectorAll('.hit')].map((m) => m.getAttribute('data-hit'))).size).toBe(total);

    fireEvent.input(input, { target: { value: '火箭' } });
    expect(screen.getByRole('status').textContent).toBe('没有找到');
    outside.mockClear();
    document.addEventListener('keydown', (event) => outside(event.defaultPrevented), { once: true });
    fireEvent.keyDown(input, { key: 'Escape' });
    expect(outside).toHaveBeenCalledWith(true);
    expect(screen.queryByRole('textbox', { name: '在原文中查找' })).toBeNull();
    expect(document.querySelectorAll('.hit')).toHaveLength(0);
    expect(app.state.clause.value).toBe('2.2.1');
    expect(document.activeElement?.textContent.trim()).toBe('查找');
  });
});

describe('in brief', () => {
  it('stands open beside the Chinese text in English, marked unofficial', async () => {
    await read('clause=2.3.1&lang=en');
    const section = clause('二（三）1 智能制造装备及机器人');
    const brief = within(section).getByText('In brief (unofficial)').closest('details');
    expect(brief?.open).toBe(true);
    expect(brief?.textContent).toContain('High-end machine tools');
    expect(section.textContent).toContain('着力推进高档数控机床');
    expect(screen.getAllByText('In brief (unofficial)')).toHaveLength(22);
  });

  it('is folded away in Chinese', async () => {
    await read('clause=2.3.1');
    const briefs = screen.getAllByText('概要（非官方）').map((summary) => summary.closest('details'));
    expect(briefs.map((brief) => brief?.open)).toEqual(Array.from({ length: 22 }, () => false));
  });
});

describe('citing', () => {
  it('copies the citation and a link to the sentence, without filters', async () => {
    const written: string[] = [];
    vi.stubGlobal('navigator', { clipboard: { writeText: (text: string) => Promise.resolve(written.push(text)) } });
    await read('clause=2.2.1&sentence=2&clusters=auto');
    const open = within(clause('二（二）1 汽车及新能源'));
    const buttons = open.getAllByRole('button', { name: '复制引文' });
    fireEvent.click(buttons[0] as HTMLElement);
    fireEvent.click(open.getByRole('button', { name: '复制英文引文' }));
    await open.findAllByText('已复制');
    expect(written.map((text) => text.split('\n')[0])).toEqual([
      '《佛山市人民政府关于培育发展“2+2+4”产业集群的实施意见》（佛山市人民政府，2020年12月21日）二（二）1',
      expect.stringMatching(/^Foshan Municipal People's Government, .* \(21 December 2020\), 二（二）1$/),
    ]);
    expect(written.map((text) => text.split('#')[1])).toEqual([
      'clause=2.2.1&sentence=2&view=reader',
      'lang=en&clause=2.2.1&sentence=2&view=reader',
    ]);
  });

  it('says when nothing could be copied', async () => {
    vi.stubGlobal('navigator', { clipboard: { writeText: () => Promise.reject(new Error('denied')) } });
    await read('clause=2.2.1');
    fireEvent.click(screen.getAllByRole('button', { name: '复制引文' })[0] as HTMLElement);
    expect(await screen.findByText('无法复制，请手动复制')).toBeTruthy();
  });
});

describe('following', () => {
  it('moves what is named below the text', async () => {
    const { state } = await read('clause=2.3.1');
    expect(screen.getByText('本条链接')).toBeTruthy();
    vi.stubGlobal(
      'IntersectionObserver',
      class {
        observe() {}
        disconnect() {}
      },
    );
    fireEvent.click(screen.getByRole('checkbox', { name: '随读标示' }));
    expect(state.following.value).toBe(true);
    expect(screen.queryByText('本条链接')).toBeNull();
    expect(document.querySelector('.reader-dock')?.textContent).toContain('本条点名 2 项');
  });
});

describe('the other way round', () => {
  it('shows the clauses that name a thing, with the sentence', async () => {
    const app = await appAt('district=gaoming');
    renderIn(app, <NamedInClauses entity={{ entity: 'district', id: 'gaoming' }} />);
    expect(screen.getByRole('button', { name: '二（二）1 汽车及新能源' })).toBeTruthy();
    expect(document.querySelector('q')?.textContent).toContain('高明区氢能');
    fireEvent.click(screen.getByRole('button', { name: '第2句' }));
    expect(formatAddress(app.state.address.value)).toBe('clause=2.2.1&sentence=2&view=reader');
  });

  it('says when the text names it nowhere', async () => {
    renderIn(await appAt(''), <NamedInClauses entity={{ entity: 'district', id: 'sanshui' }} />);
    expect(screen.getByText('原文没有点名。')).toBeTruthy();
  });
});
