import { strFromU8, unzipSync } from 'fflate';
import { readSheet } from 'read-excel-file/universal';
import { describe, expect, it } from 'vitest';
import { DECK, type Deck, type DeckSlide, deckBytes } from '../../../src/data/export/deck.ts';
import type { NamedChart, ValueChart } from '../../../src/domain/chart-layout.ts';
import { byEms, layoutColumn, type StopContent } from '../../../src/domain/stage-layout.ts';

const PNG =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const targets: ValueChart = {
  form: 'bars',
  title: '目标产值与已公布产值（亿元）',
  categories: ['装备制造', '食品饮料'],
  series: [
    { key: 'target', name: '目标（超过）', values: [10000, 3000] },
    { key: 'actual', name: '最近公布', values: [11221, null] },
  ],
  said: ['10,000 / 11,221', '3,000 / –'],
  tiers: [],
  lit: 1,
  note: '未公布：食品饮料',
};
const placed: ValueChart = {
  form: 'shares',
  title: '记录的定位情况',
  categories: ['有位置', '位置未知'],
  series: [{ key: 'count', name: '登记的记录数', values: [40, 0] }],
  said: ['40', '0'],
  tiers: [],
  lit: 0,
  note: '',
};
const pyramid: ValueChart = {
  ...{ form: 'pyramid', title: '登记的记录数', categories: ['装备制造', '泛家居', '食品饮料'], lit: null, note: '' },
  series: [{ key: 'count', name: '记录', values: [0, 3, 4] }],
  said: ['0', '3', '4'],
  tiers: [
    { name: '核心集群', count: 2 },
    { name: '新兴集群', count: 1 },
  ],
};
const table: NamedChart = {
  ...{ form: 'table', title: '没有位置的记录', columns: ['记录', '区'], lit: null, note: '' },
  rows: [
    ['甲公司', '南海区'],
    ['乙公司', '未说明'],
  ],
};
const line: NamedChart = {
  ...{ form: 'line', title: '季华实验室：时间线', from: 2018, to: 2026, lit: null, note: '每格是当年年底的状态' },
  rows: [
    {
      ...{ name: '每年年底', said: '', spoken: '', marks: [] },
      stretches: [
        { from: 2018, to: 2020, look: 'unknown' },
        { from: 2020, to: 2026, look: 'fill' },
      ],
    },
    {
      ...{ name: '开工（二期）', said: '2020年4月 · 计划2019年', spoken: '', stretches: [] },
      marks: [
        { from: 2019, to: 2020, planned: true },
        { from: 2020.25, to: 2020.33, planned: false },
      ],
    },
  ],
  keys: [{ look: 'fill', name: '运行' }],
};
const slide = (title: string, change: Partial<StopContent> & Partial<Pick<DeckSlide, 'code'>> = {}): DeckSlide => {
  const { code = { data: PNG, alt: '二维码' }, ...said } = change;
  const content: StopContent = {
    ...{
      tour: '总览 · 第1页，共3页',
      title,
      words: '核心集群\n点名4个 & <更多>',
      quote: null,
      image: null,
      chart: null,
    },
    figure: { value: '超过3000亿元', label: '目标产值，到2026年', known: true },
    ...{ legend: [], remarks: [], source: '来源：《实施意见》一（二）', foot: [], mark: '' },
    ...said,
  };
  const { x, y, w, h } = DECK.column;
  return {
    ...content,
    above: content.tour,
    layout: layoutColumn(content, { x: x * 96, y: y * 96, w: w * 96, h: h * 96 }, 7.5, byEms),
    map: { data: PNG, alt: `地图：${title}` },
    legend: [{ sign: { data: PNG, alt: '食品饮料' }, label: '食品饮料（4）' }],
    code,
    codeWords: '扫码打开',
    foot: ['WGS-84 · 数据版本 abc', 'OpenStreetMap'],
    mark: '内部参考',
    notes: `讲稿${title}`,
  };
};
const deck: Deck = {
  title: '总览',
  lang: 'zh-Hans',
  slides: [
    slide('甲', { chart: targets }),
    slide('乙', { chart: placed, figure: null, code: null }),
    slide('丙', { chart: pyramid }),
    slide('戊', { chart: line, figure: null }),
    slide('丁', { chart: table, quote: { text: '支持季华实验室建设。', verbatim: true, named: [[2, 7]] } }),
  ],
};
const files = unzipSync(await deckBytes(deck));
const text = (name: string) => strFromU8(files[name] ?? new Uint8Array());
const names = Object.keys(files);

describe('the package of slides', () => {
  it('has a slide and notes for each stop, and every relation leads to a part of it', () => {
    expect(names.filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name))).toHaveLength(5);
    for (const name of names.filter((each) => each.endsWith('.rels'))) {
      const folder = name.replace(/_rels\/[^/]*$/, '');
      for (const [, target = '', mode] of text(name).matchAll(/Target="([^"]*)"(?: TargetMode="(\w+)")?/g)) {
        if (mode === 'External') continue;
        const path = new URL(target, `file:///${target.startsWith('/') ? '' : folder}`).pathname.slice(1);
        expect(names, `${name} → ${target}`).toContain(path);
      }
    }
    const types = text('[Content_Types].xml');
    for (const [, part = ''] of types.matchAll(/PartName="\/([^"]*)"/g)) expect(names).toContain(part);
  });

  it('is well-formed in every part', () => {
    for (const name of names.filter((each) => /\.(xml|rels)$/.test(each))) {
      const parsed = new DOMParser().parseFromString(text(name), 'application/xml');
      expect(parsed.querySelector('parsererror'), name).toBeNull();
    }
  });

  it('holds words to be edited, and what leaves the product must carry', () => {
    const first = text('ppt/slides/slide1.xml');
    for (const words of [
      '甲',
      '点名4个 &amp; &lt;更多&gt;',
      '超过3000亿元',
      '内部参考',
      '数据版本 abc',
      '扫码打开',
      '未公布：食品饮料',
    ])
      expect(first).toContain(words);
    expect(first).toContain('descr="地图：甲"');
    expect(first).toContain('descr="二维码"');
    expect(text('ppt/slides/slide2.xml')).not.toContain('二维码');
  });

  it('has the words of a clause, what they name underlined', () => {
    expect(text('ppt/slides/slide5.xml')).toMatch(/u="sng".{0,400}<a:t>季华实验室<\/a:t>/);
  });

  it('draws a line of time as shapes with their words', () => {
    const drawn = text('ppt/slides/slide4.xml');
    for (const words of [
      '2018',
      '每年年底',
      '开工（二期）',
      '2020年4月 · 计划2019年',
      '?',
      '运行',
      '每格是当年年底的状态',
    ])
      expect(drawn).toContain(`<a:t>${words}</a:t>`);
    expect(drawn.match(/prst="rect"/g)?.length).toBeGreaterThan(4);
    expect(names).not.toContain('ppt/charts/chart3.xml');
  });

  it('has the notes apart from their sources', () => {
    const notes = text('ppt/notesSlides/notesSlide1.xml');
    expect(notes).toContain('讲稿甲');
    expect(notes.indexOf('讲稿甲')).toBeLessThan(notes.indexOf('来源：《实施意见》一（二）'));
    expect(notes).toContain('内部参考');
  });

  it('names fonts that those who get it have, for Latin and Chinese alike', () => {
    for (const name of ['ppt/slides/slide1.xml', 'ppt/charts/chart1.xml', 'ppt/theme/theme1.xml'])
      expect(text(name), name).toContain('Microsoft YaHei');
    expect(text('ppt/slides/slide1.xml')).toContain('<a:ea typeface="Microsoft YaHei"');
  });
});

describe('the charts of slides', () => {
  const chart = (n: number) => new DOMParser().parseFromString(text(`ppt/charts/chart${n}.xml`), 'application/xml');
  const points = (n: number, of: 'cat' | 'val') =>
    [...chart(n).getElementsByTagName(`c:${of}`)].map((list) =>
      [...list.getElementsByTagName('c:pt')].map((point) => `${point.getAttribute('idx')}=${point.textContent.trim()}`),
    );

  it('are native bars, from the first above to the last below, with a gap for what is not known', () => {
    expect(text('ppt/charts/chart1.xml')).toContain('<c:barDir val="bar"/>');
    expect(points(1, 'cat')[0]).toEqual(['0=食品饮料', '1=装备制造']);
    expect(points(1, 'val')).toEqual([['0=3000', '1=10000'], ['1=11221']]);
  });

  it('are shares as bars, as on the stage', () => {
    expect(text('ppt/charts/chart2.xml')).toContain('<c:barDir val="bar"/>');
    expect(points(2, 'val')).toEqual([['0=0', '1=40']]);
  });

  it('stand as shapes where they are a pyramid, as cells where they are a table', () => {
    const third = text('ppt/slides/slide3.xml');
    expect(third).toContain('泛家居');
    expect(third).toContain('核心集群');
    expect([...third.matchAll(/prst="rect"/g)].length).toBeGreaterThanOrEqual(3);
    const cells = [...text('ppt/slides/slide5.xml').matchAll(/<a:tc>.*?<a:t>(.*?)<\/a:t>/g)].map(([, cell]) => cell);
    expect(cells).toEqual(['记录', '区', '甲公司', '南海区', '乙公司', '未说明']);
  });

  it('bring their data to be edited: a nought is a nought, what is not known is empty', async () => {
    const sheets = names.filter((name) => name.endsWith('.xlsx')).sort();
    const books = await Promise.all(sheets.map((name) => readSheet(new Blob([files[name] ?? '']))));
    expect(books).toEqual([
      [
        [null, '目标（超过）', '最近公布'],
        ['食品饮料', 3000, null],
        ['装备制造', 10000, 11221],
      ],
      [
        [null, '登记的记录数'],
        ['位置未知', 0],
        ['有位置', 40],
      ],
    ]);
  });
});
