/** Stations of OpenStreetMap with the lines that stop there, in the shape of the built-in ones. */
import type { JunctionCollection } from '../../src/domain/schema/osm.ts';
import type { StationCollection } from '../../src/domain/schema/station.ts';
import { isAsked, type OsmTags } from './osm-asked.ts';
import type { OsmElement } from './overpass.ts';
import { distanceM, roundTo } from './planar.ts';

/** A route names the places where trains halt on the track; a station is the nearest within this, metres. */
const STOP_M = 250;

type Mode = StationCollection['features'][number]['properties']['mode'];

/** Light rail runs as a metro does; whatever says nothing is a railway. */
function modeOf(tags: OsmTags): Mode {
  if (tags['railway'] === 'tram_stop' || tags['tram'] === 'yes') return 'tram';
  const isMetro = ['subway', 'light_rail'].some((kind) => tags['station'] === kind || tags[kind] === 'yes');
  return isMetro ? 'metro' : 'rail';
}

const MODE_OF_ROUTE: Readonly<Record<string, Mode>> = {
  subway: 'metro',
  light_rail: 'metro',
  tram: 'tram',
  train: 'rail',
};

interface Stop {
  readonly at: readonly [number, number];
  readonly mode: Mode;
  readonly line: string;
}

function stopsOf(elements: readonly OsmElement[]): Stop[] {
  return elements.flatMap(({ type, tags = {}, members = [] }): Stop[] => {
    const mode = MODE_OF_ROUTE[tags['route'] ?? ''];
    const line = tags['ref'] ?? tags['name'];
    if (type !== 'relation' || mode === undefined || line === undefined) return [];
    return members.flatMap(({ type: kind, role, lon, lat }) =>
      kind === 'node' && lon !== undefined && lat !== undefined && !role.startsWith('platform')
        ? [{ at: [lon, lat] as const, mode, line }]
        : [],
    );
  });
}

export function osmStations(elements: readonly OsmElement[]): StationCollection['features'] {
  const stops = stopsOf(elements);
  return elements.flatMap(({ type, tags = {}, lon, lat }) => {
    if (type !== 'node' || lon === undefined || lat === undefined || !isAsked('osm-stations', type, tags)) return [];
    const mode = modeOf(tags);
    const lines = stops
      .filter((stop) => stop.mode === mode && distanceM(stop.at, [lon, lat]) <= STOP_M)
      .map(({ line }) => line);
    return [
      {
        type: 'Feature' as const,
        geometry: pointAt(lon, lat),
        properties: {
          ...{ name: tags['name'] ?? null, ...(tags['name:en'] === undefined ? {} : { nameEn: tags['name:en'] }) },
          ...{ mode, planned: false, lines: [...new Set(lines)].sort() },
        },
      },
    ];
  });
}

/** Where a ramp leaves a motorway. */
export function osmJunctions(elements: readonly OsmElement[]): JunctionCollection['features'] {
  return elements.flatMap(({ type, tags = {}, lon, lat }) =>
    type === 'node' && lon !== undefined && lat !== undefined && isAsked('osm-junctions', type, tags)
      ? [
          {
            type: 'Feature' as const,
            geometry: pointAt(lon, lat),
            properties: { name: tags['name'] ?? null, ref: tags['ref'] ?? null },
          },
        ]
      : [],
  );
}

function pointAt(lon: number, lat: number): JunctionCollection['features'][number]['geometry'] {
  return { type: 'Point', coordinates: [roundTo(lon, 5), roundTo(lat, 5)] };
}
