/** The register's scene, and a set of rows, in ECharts: a geo component with scatter series, as its examples do it. */
import './page.css';
import { ScatterChart } from 'echarts/charts';
import { GeoComponent } from 'echarts/components';
import { init, registerMap, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import districtsUrl from '../../../geo/out/districts.geojson?url';
import sitesUrl from '../../../geo/out/sites.geojson?url';
import { CLUSTER_COLOURS } from '../../../src/domain/colours.ts';
import { BLUE, ready, rowsAtStart, START } from './bench-page.ts';

/** A point and its industrial cluster. */
type Row = [lng: number, lat: number, cluster: string];
interface Points {
  readonly features: readonly {
    readonly geometry: { readonly coordinates: readonly [number, number] } | null;
    readonly properties: { readonly industryCluster?: string; readonly cluster?: string };
  }[];
}

use([ScatterChart, GeoComponent, CanvasRenderer]);
const [districts, sites] = await Promise.all([fetch(districtsUrl).then((answer) => answer.text()), read(sitesUrl)]);
registerMap('city', districts);
const element = document.getElementById('map');
const chart = init(element, null, { renderer: 'canvas' });

const colours: Readonly<Record<string, string>> = CLUSTER_COLOURS.light;
let rows: readonly Row[] = [];

async function read(url: string): Promise<Row[]> {
  const { features }: Points = await (await fetch(url)).json();
  return features.flatMap(({ geometry, properties }): Row[] =>
    geometry === null
      ? []
      : [[geometry.coordinates[0], geometry.coordinates[1], properties.industryCluster ?? properties.cluster ?? '']],
  );
}

/** Resolves when the chart has drawn all, the parts that it draws piece by piece included. */
function draw(option: Parameters<typeof chart.setOption>[0]): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      chart.off('finished', done);
      resolve();
    };
    chart.on('finished', done);
    chart.setOption(option);
  });
}

const rowSeries = (data: readonly Row[]) => ({
  id: 'rows',
  type: 'scatter' as const,
  coordinateSystem: 'geo',
  large: true,
  symbolSize: 4,
  itemStyle: { color: BLUE },
  data: [...data],
});
const siteSeries = (data: readonly Row[]) => ({
  id: 'sites',
  type: 'scatter' as const,
  coordinateSystem: 'geo',
  symbolSize: 14,
  z: 5,
  itemStyle: {
    borderColor: '#fff',
    borderWidth: 1,
    opacity: 1,
    color: ({ value }: { value: unknown }) =>
      (Array.isArray(value) ? colours[String(value[2])] : undefined) ?? '#67707c',
  },
  data: [...data],
});

async function add(url: string): Promise<void> {
  rows = await read(url);
  await draw({ series: [rowSeries(rows)] });
}

chart.on('rendered', function first() {
  chart.off('rendered', first);
  performance.mark('sites-drawn');
});
await draw({
  animation: false,
  backgroundColor: '#f2efe6',
  geo: {
    map: 'city',
    roam: true,
    center: [START.lng, START.lat],
    silent: true,
    scaleLimit: { min: 0.5, max: 200 },
    itemStyle: { areaColor: '#fbfaf6', borderColor: '#a8a294' },
  },
  series: [siteSeries(sites)],
});
chart.on('click', ({ dataIndex }) => {
  document.title = String(dataIndex);
});
window.bench = {
  add,
  filter: (cluster) =>
    rows.length > 0
      ? draw({ series: [rowSeries(rows.filter(([, , own]) => own !== cluster))] })
      : draw({ series: [siteSeries(sites.filter(([, , own]) => own !== cluster))] }),
};
if (rowsAtStart !== null) await add(rowsAtStart);
ready();
