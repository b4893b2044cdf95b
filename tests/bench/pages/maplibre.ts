/** The register's scene, and a set of rows, in MapLibre alone: circle layers over GeoJSON, as its examples do it. */
import 'maplibre-gl/dist/maplibre-gl.css';
import './page.css';
import { MapLibreMap, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import districts from '../../../geo/out/districts.geojson?url';
import sites from '../../../geo/out/sites.geojson?url';
import { CLUSTER_COLOURS } from '../../../src/domain/colours.ts';
import { BLUE, ready, rowsAtStart, START } from './bench-page.ts';

setWorkerUrl(workerUrl);
const map = new MapLibreMap({
  container: 'map',
  center: [START.lng, START.lat],
  zoom: START.zoom,
  fadeDuration: 0,
  style: {
    version: 8,
    sources: {
      districts: { type: 'geojson', data: new URL(districts, location.href).href },
      sites: { type: 'geojson', data: new URL(sites, location.href).href },
    },
    layers: [
      { id: 'ground', type: 'background', paint: { 'background-color': '#f2efe6' } },
      { id: 'districts', type: 'fill', source: 'districts', paint: { 'fill-color': '#fbfaf6' } },
      { id: 'borders', type: 'line', source: 'districts', paint: { 'line-color': '#a8a294', 'line-width': 1 } },
      {
        id: 'sites',
        type: 'circle',
        source: 'sites',
        paint: {
          'circle-radius': 7,
          'circle-stroke-width': 1,
          'circle-stroke-color': '#ffffff',
          'circle-color': [
            'match',
            ['get', 'industryCluster'],
            'equipment',
            CLUSTER_COLOURS.light.equipment,
            'home',
            CLUSTER_COLOURS.light.home,
            'auto',
            CLUSTER_COLOURS.light.auto,
            'electronics',
            CLUSTER_COLOURS.light.electronics,
            'robotics',
            CLUSTER_COLOURS.light.robotics,
            'materials',
            CLUSTER_COLOURS.light.materials,
            'food',
            CLUSTER_COLOURS.light.food,
            'health',
            CLUSTER_COLOURS.light.health,
            CLUSTER_COLOURS.light.cross,
          ],
        },
      },
    ],
  },
});

const idle = () =>
  new Promise<void>((resolve) => {
    map.once('idle', () => resolve());
    map.triggerRepaint();
  });

async function add(url: string): Promise<void> {
  map.addSource('rows', { type: 'geojson', data: new URL(url, location.href).href });
  if (url.includes('parcels')) {
    map.addLayer({ id: 'rows', type: 'fill', source: 'rows', paint: { 'fill-color': BLUE, 'fill-opacity': 0.38 } });
    map.addLayer({ id: 'rims', type: 'line', source: 'rows', paint: { 'line-color': BLUE } });
  } else
    map.addLayer({ id: 'rows', type: 'circle', source: 'rows', paint: { 'circle-radius': 2, 'circle-color': BLUE } });
  await idle();
}

map.on('click', ({ point: { x, y } }) => {
  const layers = ['rows', 'sites'].filter((id) => map.getLayer(id) !== undefined);
  document.title = `${
    map.queryRenderedFeatures(
      [
        [x - 5, y - 5],
        [x + 5, y + 5],
      ],
      { layers },
    ).length
  }`;
});

map.on('render', function drawn() {
  if (!map.isSourceLoaded('sites')) return;
  map.off('render', drawn);
  performance.mark('sites-drawn');
});
async function start(): Promise<void> {
  window.bench = {
    add,
    filter(cluster) {
      const [layer, key] = map.getLayer('rows') === undefined ? ['sites', 'industryCluster'] : ['rows', 'cluster'];
      map.setFilter(layer, ['!=', ['get', key], cluster]);
      if (map.getLayer('rims') !== undefined) map.setFilter('rims', ['!=', ['get', key], cluster]);
      return idle();
    },
  };
  if (rowsAtStart !== null) await add(rowsAtStart);
  ready();
}

map.once('idle', () => void start());
