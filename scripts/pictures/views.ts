/** What the atlas of pictures shows: a row a view. A view is an address and, where that is not all, a few steps of a user. */
import { VIEWS as ADDRESS_VIEWS } from '../../src/state/address/views.ts';

/** In Chinese and in English, as the page says it. */
type Words = readonly [zh: string, en: string];

export type Step =
  | { readonly press: string }
  | { readonly click: 'button' | 'tab' | 'searchbox' | 'combobox'; readonly name: Words }
  /** Opens a folded part by its heading. */
  | { readonly unfold: Words }
  | { readonly type: Words }
  /** Gives a file to the page's first field for files. */
  | { readonly file: { readonly name: string; readonly text: string } }
  /** Waits for a button that can be pressed: what it needs is there. */
  | { readonly ready: Words }
  /** Waits until something is on the page, by its selector. */
  | { readonly there: string };

export interface View {
  /** Unique; the pictures' file names begin with it. */
  readonly name: string;
  /** The address without language and theme. */
  readonly hash: string;
  readonly steps?: readonly Step[];
  /** On the desk the page is looked at as on paper too, and its printed pages are counted. */
  readonly paper?: true;
  /** It has no map, so nothing says that one is drawn. */
  readonly mapless?: true;
  /** It is only there on one of the two screens. */
  readonly only?: 'desk' | 'phone';
}

const SHORTLIST = 'shortlist=sanlongwan,xianhu-hydrogen-valley,zhimeng-textile-town';
const COMPARE = 'compare=xianhu-hydrogen-valley,sanlongwan';
/** A still mouse keeps the buttons of the stage for some seconds. */
const STAGE_STILL: Step = { there: '.present-stage.is-idle' };

const POINTS = `名称,区,镇街,行业,员工数,lng,lat
第一厂,禅城区,张槎街道,陶瓷机械制造,120,113.06255,23.01365
第二厂,南海区,桂城街道,汽车零部件,85,113.13606,23.03418
第三厂,南海区,狮山镇,工业机器人,310,113.02017,23.11903
第四厂,顺德区,北滘镇,家用电器,2400,113.20668,22.9329
`;

const TOLD: readonly View[] = [
  { name: 'start', hash: '' },
  { name: 'zoomed', hash: 'map=13.00/23.02000/113.12000' },
  { name: 'site', hash: 'site=xianhu-hydrogen-valley' },
  { name: 'cluster', hash: 'cluster=equipment' },
  { name: 'district', hash: 'district=nanhai' },
  { name: 'town', hash: 'town=440605123' },
  { name: 'unit', hash: 'unit=industry-it' },
  { name: 'clause', hash: 'clause=3.5&view=reader' },
  { name: 'units', hash: 'view=units' },
  { name: 'targets', hash: 'view=targets' },
  { name: 'coverage', hash: 'view=coverage' },
  { name: 'counting', hash: 'view=counting&ask=radius:113.12,23.02:10' },
  { name: 'table', hash: 'view=table' },
  { name: 'filters', hash: 'clusters=food,equipment&districts=sanshui,none&radii=1' },
  {
    name: 'filter-menu',
    hash: 'kinds=project,park',
    steps: [{ unfold: ['所在区', 'District'] }],
    only: 'desk',
  },
  { name: 'search', hash: '', steps: [{ press: '/' }, { type: ['氢', 'hydrogen'] }] },
  { name: 'list', hash: 'site=jihua-laboratory', steps: [{ click: 'tab', name: ['列表', 'List'] }], only: 'phone' },
  { name: 'legend', hash: '', steps: [{ click: 'tab', name: ['图例', 'Legend'] }], only: 'phone' },
  {
    name: 'correct',
    hash: 'map=13.00/22.99650/113.23180&site=jihua-laboratory',
    steps: [{ click: 'button', name: ['更正这一项', 'Correct this record'] }],
  },
  { name: 'corrections', hash: 'view=corrections' },
  {
    name: 'add-record',
    hash: 'view=corrections',
    steps: [{ click: 'button', name: ['新增记录', 'Add a record'] }],
  },
  { name: 'ask', hash: 'view=ask' },
  { name: 'ask-radius', hash: 'ask=radius:113.12,23.02:10' },
  { name: 'ask-polygon', hash: 'ask=polygon:113.05,22.95,113.2,22.95,113.2,23.05' },
  { name: 'cross', hash: 'cross=cluster.district&view=cross' },
  { name: 'shade', hash: 'view=shade&shade=gdp.2016' },
  { name: 'shade-site', hash: 'shade=population-census.2020&site=jihua-laboratory' },
  { name: 'data', hash: 'view=data' },
  {
    name: 'import',
    hash: 'view=data',
    steps: [{ file: { name: 'points.csv', text: POINTS } }, { ready: ['导入', 'Import'] }],
  },
  {
    name: 'imported',
    hash: 'view=data',
    steps: [{ file: { name: 'points.csv', text: POINTS } }, { click: 'button', name: ['导入', 'Import'] }],
  },
  { name: 'export', hash: 'view=export' },
  {
    name: 'print',
    hash: 'view=export',
    steps: [
      { click: 'button', name: ['打开打印版面', 'Open the page'] },
      { ready: ['打印或存为 PDF', 'Print or save as PDF'] },
    ],
    paper: true,
  },
  { name: 'licences', hash: 'view=licences' },
  { name: 'accessibility', hash: 'view=accessibility' },
  { name: 'invest', hash: 'mode=invest' },
  { name: 'need', hash: 'mode=invest&need=氢能' },
  { name: 'method', hash: 'mode=invest&need=氢能&view=method' },
  { name: 'offers', hash: 'mode=invest&view=offers' },
  { name: 'shortlist', hash: `mode=invest&${SHORTLIST}&view=shortlist` },
  { name: 'compare', hash: `mode=invest&${SHORTLIST}&${COMPARE}&view=compare` },
  {
    name: 'dossier',
    hash: 'mode=invest&view=dossier&site=sanshui-water-capital-base',
    steps: [{ ready: ['打印或存为 PDF', 'Print or save as PDF'] }],
    paper: true,
  },
  { name: 'chooser', hash: 'mode=present' },
  { name: 'tour-overview', hash: 'mode=present&tour=overview&stop=4', steps: [STAGE_STILL] },
  { name: 'tour-policy', hash: 'mode=present&tour=policy&stop=5', steps: [STAGE_STILL] },
  { name: 'notes', hash: 'mode=present&tour=policy&stop=5&display=notes', mapless: true },
  {
    name: 'handout',
    hash: 'mode=present&tour=overview&stop=1',
    steps: [
      { press: 'h' },
      { click: 'button', name: ['准备讲义', 'Prepare the handout'] },
      { ready: ['打印或存为PDF', 'Print or save as PDF'] },
    ],
    paper: true,
    only: 'desk',
  },
];

/** A view of the address that is in no row above is looked at as it opens. */
const OTHERS = ADDRESS_VIEWS.filter((id) => !TOLD.some(({ hash }) => hash.split('&').includes(`view=${id}`)));

export const VIEWS: readonly View[] = [...TOLD, ...OTHERS.map((id) => ({ name: id, hash: `view=${id}` }))];

/** CSS pixels. */
export const SCREENS = {
  desk: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 },
} as const;
