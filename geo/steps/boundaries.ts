/** Districts, border lines and neighbours, all of one topology: the same line draws and decides. */
import type { FeatureCollection, MultiLineString, MultiPolygon, Polygon } from 'geojson';
import type { DistrictCollection } from '../../src/domain/schema/area.ts';
import type { StationCollection } from '../../src/domain/schema/station.ts';
import { DISTRICT_IDS, type DistrictId } from '../../src/domain/vocabulary.ts';
import {
  type BorderProperties,
  borderLines,
  type NeighbourProperties,
  neighbourCollection,
  readNeighbours,
} from './borders.ts';
import { type DistrictAreas, districtCollection, readDistricts } from './districts.ts';
import { checkAreas, checkStations } from './districts-check.ts';
import type { Problem } from './problem.ts';
import type { BoundaryInput } from './source.ts';
import { type AreaTopology, areaOf, topologyOf } from './topology.ts';

type Areas = Omit<BoundaryInput, 'credit' | 'doubtful'>;

export interface BoundaryInputs {
  districts: Areas;
  /** Null where the cities around are left out. */
  neighbours: Areas | null;
  /** All stations, in and around the city, for the datum check. */
  stations: StationCollection;
}

export interface Boundaries {
  districts: DistrictCollection;
  borders: FeatureCollection<MultiLineString | Polygon | MultiPolygon, BorderProperties>;
  neighbours: FeatureCollection<MultiPolygon | MultiLineString, NeighbourProperties>;
  problems: Problem[];
}

export function buildBoundaries(inputs: BoundaryInputs): Boundaries {
  const { collection, datum, file } = inputs.districts;
  const read = readDistricts(collection, datum, file);
  const around =
    inputs.neighbours === null
      ? { neighbours: [], problems: [] }
      : readNeighbours(inputs.neighbours.collection, inputs.neighbours.datum, inputs.neighbours.file);
  const topology = topologyOf(
    new Map<string, MultiPolygon>([
      ...read.areas,
      ...around.neighbours.map(({ id, geometry }): [string, MultiPolygon] => [id, geometry]),
    ]),
  );
  const districts = districtCollection(districtAreas(topology, read.areas), inputs.districts.accuracyMetres);
  return {
    districts,
    borders: borderLines(topology, inputs.districts.accuracyMetres),
    neighbours: neighbourCollection(topology, around.neighbours),
    problems: [
      ...read.problems,
      ...around.problems,
      ...checkAreas(districts, file),
      ...checkStations(districts, inputs.stations, file),
    ],
  };
}

function districtAreas(topology: AreaTopology, present: DistrictAreas): DistrictAreas {
  return new Map(
    DISTRICT_IDS.filter((id) => present.has(id)).map((id): [DistrictId, MultiPolygon] => [id, areaOf(topology, id)]),
  );
}
