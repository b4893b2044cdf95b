/** Districts at three levels of detail, border lines and neighbours, all cut from one topology. */
import type { FeatureCollection, MultiLineString, MultiPolygon } from 'geojson';
import type { DistrictCollection } from '../../src/domain/schema/area.ts';
import type { StationCollection } from '../../src/domain/schema/station.ts';
import { DISTRICT_IDS, type DistrictId } from '../../src/domain/vocabulary.ts';
import {
  type BorderProperties,
  borderLines,
  isDistrict,
  type NeighbourProperties,
  neighbourCollection,
  onBoxEdge,
  readNeighbours,
} from './borders.ts';
import { type DistrictAreas, districtCollection, districtLabels, readDistricts } from './districts.ts';
import { checkAreas, checkRings, checkStations } from './districts-check.ts';
import type { Problem } from './problem.ts';
import type { BoundaryInput } from './source.ts';
import { type AreaTopology, areaOf, thin, thinApart, weighTopology } from './topology.ts';

/** Vertices that give up less area than this (m²) are left out: about 20 m and 250 m of line. */
export const DETAIL_TOLERANCE_M2 = 400;
export const OVERVIEW_TOLERANCE_M2 = 60_000;
/** For the neighbours' own borders; along the city they keep its detail, so that no gap opens there. */
export const NEIGHBOUR_TOLERANCE_M2 = 30_000;

type Areas = Omit<BoundaryInput, 'credit'>;

export interface BoundaryInputs {
  districts: Areas;
  /** Null where the cities around are left out. */
  neighbours: Areas | null;
  /** All stations, in and around the city, for the datum check. */
  stations: StationCollection;
}

export interface Boundaries {
  /** Untouched, on a grid of 1 m: for checks, not shipped. */
  exact: DistrictCollection;
  detail: DistrictCollection;
  overview: DistrictCollection;
  borders: FeatureCollection<MultiLineString, BorderProperties>;
  neighbours: FeatureCollection<MultiPolygon | MultiLineString, NeighbourProperties>;
  problems: Problem[];
}

export function buildBoundaries(inputs: BoundaryInputs): Boundaries {
  const { collection, datum, file } = inputs.districts;
  const districts = readDistricts(collection, datum, file);
  const around =
    inputs.neighbours === null
      ? { neighbours: [], problems: [] }
      : readNeighbours(inputs.neighbours.collection, inputs.neighbours.datum, inputs.neighbours.file);
  const areas = new Map<string, MultiPolygon>([
    ...districts.areas,
    ...around.neighbours.map(({ id, geometry }): [string, MultiPolygon] => [id, geometry]),
  ]);
  const weighed = weighTopology(areas, onBoxEdge);
  const labels = districtLabels(districts.areas);
  const at = (topology: AreaTopology): DistrictCollection =>
    districtCollection(districtAreas(topology, districts.areas), labels);
  const detailed = thin(weighed, DETAIL_TOLERANCE_M2);
  const coarse = thin(weighed, OVERVIEW_TOLERANCE_M2);
  const outwards = thinApart(weighed, isDistrict, DETAIL_TOLERANCE_M2, NEIGHBOUR_TOLERANCE_M2);
  const [exact, detail, overview] = [at(weighed), at(detailed), at(coarse)];
  return {
    exact,
    detail,
    overview,
    borders: borderLines(detailed),
    neighbours: neighbourCollection(outwards, around.neighbours),
    problems: [
      ...districts.problems,
      ...around.problems,
      ...checkAreas(exact, file),
      ...checkStations(exact, inputs.stations, file),
      ...checkRings(exact, detail, file),
      ...checkRings(exact, overview, file),
    ],
  };
}

function districtAreas(topology: AreaTopology, present: DistrictAreas): DistrictAreas {
  return new Map(
    DISTRICT_IDS.filter((id) => present.has(id)).map((id): [DistrictId, MultiPolygon] => [id, areaOf(topology, id)]),
  );
}
