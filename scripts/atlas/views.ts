/** What a cartographer looks at: the city, each district and ten places, from the region down to a street. */

export interface AtlasView {
  readonly name: string;
  /** Of the address, without theme and language. */
  readonly hash: string;
  readonly theme: 'light' | 'dark';
  readonly lang: 'zh-Hans' | 'en';
  readonly screen: 'desk' | 'phone';
  /** With the tiles of a made-up OpenStreetMap file: the build of the tests that has them. */
  readonly osm?: true;
  /** The sheet of paper. */
  readonly print?: true;
}

const PLACES = {
  city: [113.0, 23.0],
  chancheng: [113.1, 23.01],
  nanhai: [113.05, 23.11],
  shunde: [113.25, 22.84],
  sanshui: [112.9, 23.22],
  gaoming: [112.75, 22.85],
} as const;
const SITES = [
  ['jihua', 113.2304, 23.0222],
  ['expo', 113.1593, 22.9514],
  ['xianhu', 112.98, 23.07],
  ['water', 112.86, 23.1],
  ['longjiang', 113.09, 22.87],
  ['shiwan', 113.06, 23.01],
  ['lecong', 113.09, 22.95],
  ['ronggui', 113.27, 22.77],
  ['hecheng', 112.88, 22.9],
  ['shishan', 113.02, 23.13],
] as const;

/** Every second by night, every third in English, every fourth on a phone: each pair of them meets somewhere. */
const looked = (at: number): Pick<AtlasView, 'theme' | 'lang' | 'screen'> => ({
  theme: at % 2 === 1 ? 'dark' : 'light',
  lang: at % 3 === 2 ? 'en' : 'zh-Hans',
  screen: at % 4 === 3 ? 'phone' : 'desk',
});
const camera = (zoom: number, [lng, lat]: readonly [number, number]) =>
  `map=${zoom.toFixed(2)}/${lat.toFixed(5)}/${lng.toFixed(5)}`;

const PLACED = [
  ...Object.entries(PLACES).flatMap(([name, at]) =>
    (name === 'city' ? [8, 9, 9.6, 10.5] : [10, 11, 12, 13.2]).map((zoom) => ({
      name: `${name}-z${zoom}`,
      hash: camera(zoom, at),
    })),
  ),
  ...SITES.flatMap(([name, lng, lat]) =>
    [12.5, 14, 16].map((zoom) => ({ name: `${name}-z${zoom}`, hash: camera(zoom, [lng, lat]) })),
  ),
];
const OTHERS = [
  { name: 'stage-overview', hash: 'mode=present&tour=overview&stop=3' },
  { name: 'stage-site', hash: 'mode=present&tour=overview&stop=6' },
  { name: 'question', hash: 'ask=radius:113.1,23:10&map=10.30/23.00000/113.10000' },
  { name: 'shade', hash: 'shade=records' },
  { name: 'errors', hash: 'radii=1&map=10.00/22.95000/113.10000' },
  { name: 'invest', hash: 'mode=invest&need=hydrogen' },
  ...[9, 11, 13, 15].map((zoom) => ({
    name: `osm-z${zoom}`,
    hash: camera(zoom, [113.225, 22.832]),
    osm: true as const,
  })),
  { name: 'print-city', hash: 'view=export', print: true as const },
  { name: 'print-shunde', hash: `view=export&${camera(12.2, PLACES.shunde)}`, print: true as const },
];

export const ATLAS: readonly AtlasView[] = [...PLACED, ...OTHERS].map((view, at) => ({ ...view, ...looked(at) }));
