import { strFromU8, unzipSync } from 'fflate';
import { readSheet } from 'read-excel-file/universal';
import { describe, expect, it } from 'vitest';
import { type Deck, type DeckChart, type DeckSlide, deckBytes } from '../../../src/data/export/deck.ts';

const PNG =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const targets: DeckChart = {
  form: 'bars',
  title: '目标产值与已公布产值（亿元）',
  categories: ['装备制造', '食品饮料'],
  series: [
    { name: '目标（超过）', values: [10000, 3000] },
    { name: '最近公布', values: [11221, null] },
  ],
  stacked: false,
  lit: 1,
  note: '未公布：食品饮料',
};
const placed: DeckChart = {
  form: 'shares',
  title: '记录的定位情况',
  categories: ['有位置', '位置未知'],
  series: [{ name: '登记的记录数', values: [40, 0] }],
  stacked: false,
  lit: 0,
  note: '',
};
const slide = (title: string, change: Partial<DeckSlide> = {}): DeckSlide => ({
  above: '总览 · 第1页，共3页',
  title,
  words: '核心集群\n点名4个 & <更多>',
  figure: { value: '超过3000亿元', label: '目标产值，到2026年' },
  chart: null,
  map: { data: PNG, alt: `地图：${title}` },
  legend: [{ sign: { data: PNG, alt: '食品饮料' }, label: '食品饮料（4）' }],
  code: { data: PNG, alt: '二维码' },
  codeWords: '扫码打开',
  source: '来源：《实施意见》一（二）',
  foot: ['WGS-84 · 数据版本 abc', 'OpenStreetMap'],
  mark: '内部参考',
  notes: `讲稿${title}`,
  ...change,
});
const deck: Deck = {
  title: '总览',
  lang: 'zh-Hans',
  slides: [slide('甲', { chart: targets }), slide('乙', { chart: placed, figure: null, code: null }), slide('丙')],
};
const files = unzipSync(await deckBytes(deck));
const text = (name: string) => strFromU8(files[name] ?? new Uint8Array());
const names = Object.keys(files);

describe('the package of slides', () => {
  it('has a slide and notes for each stop, and every relation leads to a part of it', () => {
    expect(names.filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name))).toHaveLength(3);
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

  it('are native shares', () => {
    expect(text('ppt/charts/chart2.xml')).toContain('<c:doughnutChart>');
    expect(points(2, 'val')).toEqual([['0=40', '1=0']]);
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
        ['有位置', 40],
        ['位置未知', 0],
      ],
    ]);
  });
});
