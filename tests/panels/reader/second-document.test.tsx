import { fireEvent, screen, within } from '@testing-library/preact';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { loadBase } from '../../../src/data/load.ts';
import { loadSearch } from '../../../src/data/load-later.ts';
import type { Base } from '../../../src/domain/base.ts';
import type { SearchIndex } from '../../../src/domain/schema/search.ts';
import WideView from '../../../src/panels/frame/wide-view.tsx';
import { SearchBox } from '../../../src/panels/search/search-box.tsx';
import { formatAddress } from '../../../src/state/address/address.ts';
import type { View } from '../../../src/state/address/views.ts';
import { AppProvider } from '../../../src/state/app.ts';
import { makeApp, PlanDetail, renderIn, type TestApp, words } from '../../fixtures/app.tsx';
import { secondBase, secondSource } from '../../fixtures/second-document.ts';

const NOTICE = '关于支持实验室建设的通知';
let base: Base;
let index: SearchIndex;
beforeAll(async () => {
  [base, index] = await Promise.all([secondBase(), loadSearch(secondSource())]);
});

function show(hash: string) {
  const app = makeApp(hash, { base });
  const { container } = renderIn(app, <PlanDetail />);
  return { ...app, container };
}
const written = ({ state }: Pick<TestApp, 'state'>) => formatAddress(state.address.value);
const section = (container: Element, title: string) => {
  const found = [...container.querySelectorAll('section.section')].find((s) => words(s.querySelector('h3')) === title);
  if (!(found instanceof HTMLElement)) throw new Error(`no section ${title}`);
  return found;
};

describe('a second document', () => {
  it('loads as data, the home document first', () => {
    expect(base.documents.map(({ docId, home }) => [docId, home])).toEqual([
      ['foshan-224', true],
      ['later', false],
    ]);
    expect(base.policies.map(({ docId, clauses }) => [docId, clauses.length])).toEqual([
      ['foshan-224', 22],
      ['later', 2],
    ]);
    expect(base.policy).toBe(base.policies[0]);
  });

  it('that is not what the list says is refused by name', async () => {
    const home = await secondSource().text('policy.json');
    await expect(loadBase(secondSource({ 'policy-later.json': home }))).rejects.toThrow(
      'policy-later.json: it holds foshan-224, the list says later',
    );
    await expect(loadBase(secondSource({ 'policies.json': '[]' }))).rejects.toThrow(/^policies\.json: .*foshan-224/);
  });

  it('stands in the panel of a site that it names, under its title and date, cited as itself', async () => {
    const writeText = vi.fn(() => Promise.resolve());
    vi.stubGlobal('navigator', { ...navigator, clipboard: { writeText } });
    const { container } = show('site=jihua-laboratory');
    await screen.findByRole('article', { name: '季华实验室' });
    const groups = [...section(container, '政策依据').querySelectorAll('.document-group')];
    expect(groups.map((group) => words(group.querySelector('h4')))).toEqual([
      `${base.policy.title} 2020年12月21日`,
      `${NOTICE} 2024年5月6日`,
    ]);
    const [, own] = groups;
    if (!(own instanceof HTMLElement)) throw new Error('no second group');
    expect(own.querySelector('blockquote')?.textContent).toBe(
      '（一）新材料。支持季华实验室建设，办好南海区项目。建设由市海事局指导。（责任单位：市海事局会市科技局）',
    );
    expect(words(own)).toContain(`《${NOTICE}》（某市人民政府，2024年5月6日）一（一）`);
    fireEvent.click(within(own).getByRole('button', { name: '复制引文' }));
    expect(writeText).toHaveBeenCalledWith(
      expect.stringMatching(
        /^《关于支持实验室建设的通知》（某市人民政府，2024年5月6日）一（一）\n.*#doc=later&clause=later:1\.1/,
      ),
    );
    vi.unstubAllGlobals();
  });

  it('is switched to by opening its clause, and left by opening one of the other', async () => {
    const app = show('site=jihua-laboratory');
    const { state } = app;
    await screen.findByRole('article', { name: '季华实验室' });
    fireEvent.click(screen.getByRole('button', { name: '一（一） 新材料' }));
    expect(written(app)).toBe('doc=later&clause=later:1.1&sentence=1&view=reader');
    expect(state.policy.value.title).toBe(NOTICE);
    expect([...(state.clauseSites.value ?? [])]).toEqual(['jihua-laboratory']);
    expect(state.emphasised.value).toEqual(state.clauseSites.value);
    state.actions.openClause('2.2.1');
    expect(written(app)).toBe('clause=2.2.1&view=reader');
    expect(state.clauseSites.value?.size).toBe(6);
  });

  it('is what the reader shows, says and offers to leave', async () => {
    const app = show('clause=later:1.1');
    const reader = await screen.findByRole('article', { name: '政策原文' });
    expect(words(reader)).toContain('某市人民政府，2024年5月6日');
    expect(words(reader)).toContain(`正在显示《${NOTICE}》。数据截至2026年11月22日。`);
    expect(words(reader.querySelector('.part-title'))).toBe(NOTICE);
    expect(within(reader).queryByText(/此后的提法/)).toBeNull();
    const choice = within(reader).getByRole('combobox', { name: '文件' });
    expect(within(choice).getAllByRole('option').map(words)).toEqual([
      `${base.policy.title} (2020年12月21日)`,
      `${NOTICE} (2024年5月6日)`,
    ]);
    fireEvent.change(choice, { target: { value: 'foshan-224' } });
    expect(written(app)).toBe('view=reader');
    expect(words(screen.getByRole('article', { name: '政策原文' }).querySelector('.part-title'))).toBe(
      base.policy.title,
    );
    expect(screen.getByText('此后的提法')).toBeTruthy();
  });

  it('is grouped apart where it names a cluster, a district or a unit', async () => {
    const { state, container } = show('cluster=materials');
    await screen.findByRole('article', { name: '新材料' });
    const named = () => words(section(container, '原文在哪里点名'));
    expect(named()).toContain(`${NOTICE} 2024年5月6日一（一） 新材料`);
    expect(words(container)).toContain('二（三）2');
    state.actions.select({ entity: 'district', id: 'nanhai' });
    await screen.findByRole('article', { name: '南海区' });
    expect(named()).toContain(NOTICE);
    state.actions.select({ entity: 'unit', id: 'maritime' });
    await screen.findByRole('article', { name: '市海事局' });
    expect(words(section(container, '负责的条款'))).toBe(`负责的条款${NOTICE} 2024年5月6日一（一） 新材料 列在首位`);
    expect([...(state.emphasised.value ?? [])]).toEqual(['jihua-laboratory']);
    state.actions.select({ entity: 'unit', id: 'science-technology' });
    await screen.findByRole('article', { name: '市科技局' });
    expect(section(container, '负责的条款').querySelectorAll('.document-group')).toHaveLength(2);
  });

  it('is what matrix, ledger and coverage work on', () => {
    const app = makeApp('doc=later&view=units', { base });
    const { container, rerender } = renderIn(app, <WideView view="units" />);
    const rows = () => [...container.querySelectorAll('tbody th')].map(words);
    const turnTo = (view: View) => {
      app.state.actions.openView(view);
      rerender(
        <AppProvider value={app}>
          <WideView view={view} />
        </AppProvider>,
      );
    };
    expect(rows()).toEqual([expect.stringMatching(/^市海事局/), expect.stringMatching(/^市科技局/)]);
    turnTo('targets');
    expect(words(container)).toContain('这份文件没有设定产业集群目标。');
    turnTo('coverage');
    expect(rows()).toContain('一（一） 新材料');
    expect(rows()).not.toContain('二（二）1 汽车及新能源');
    fireEvent.change(screen.getByRole('combobox', { name: '文件' }), { target: { value: 'foshan-224' } });
    expect(written(app)).toBe('view=coverage');
    expect(rows()).toContain('二（二）1 汽车及新能源');
  });

  it('is found by the words of its clause', () => {
    const app = makeApp('', { base });
    const search = () => {
      app.state.provide({ searchIndex: index });
    };
    renderIn({ ...app, need: { ...app.need, search } }, <SearchBox />);
    const field = screen.getByRole('combobox');
    field.focus();
    fireEvent.input(field, { target: { value: '协作' } });
    const hit = screen.getByRole('option', { name: new RegExp(NOTICE) });
    expect(words(hit)).toContain(`《${NOTICE}》一（二） 协作`);
    fireEvent.mouseDown(hit);
    expect(written(app)).toContain('doc=later&clause=later:1.2&view=reader');
  });
});

describe('the address of a document', () => {
  it.each([
    ['doc=later', 'doc=later'],
    ['doc=no-such', ''],
    ['doc=foshan-224', ''],
    ['doc=later&clause=2.2.1', 'clause=2.2.1'],
    ['clause=later:1.2', 'doc=later&clause=later:1.2'],
    ['doc=later&clause=later:9.9', 'doc=later'],
    ['clause=other:1.1', ''],
  ])('%s is %s', (given, then) => {
    const app = makeApp(given, { base });
    expect(written(app)).toBe(then);
    app.state.actions.restore({ ...app.state.address.value, doc: null, clause: null });
    expect(app.state.policy.value).toBe(base.policy);
  });
});
