/** From a file's coordinates to WGS-84 and back. */
import gcoord, { type CRSTypes } from 'gcoord';
import proj4 from 'proj4';
import { type Note, note } from '../guards/notes.ts';
import { type Crs, projOfEpsg } from '../guess/crs.ts';
import type { InputDatum } from '../types.ts';

type Pair = readonly [number, number];

export interface Converter {
  readonly datum: InputDatum;
  /** True for a grid in metres: easting and northing. */
  readonly projected: boolean;
  /** Longitude or easting first. */
  forward(x: number, y: number): Pair;
  inverse(lng: number, lat: number): Pair;
  readonly how: Note;
}

type Offset = CRSTypes.GCJ02 | CRSTypes.BD09;

/**
 * Degrees, two millimetres. Each step leaves less than a twentieth of the error: less than a tenth of a millimetre
 * then.
 */
const LAST_STEP = 2e-8;

/** The offset datums have no inverse in closed form: it is searched until it fits to a tenth of a millimetre. */
function offset(datum: 'gcj02' | 'bd09', crs: Offset): Converter {
  const inverse = (lng: number, lat: number): Pair => {
    // The search runs off where a number is no degrees at all, and gcoord throws on what it then gets.
    if (!Number.isFinite(lng) || !Number.isFinite(lat)) return [Number.NaN, Number.NaN];
    const [x, y] = gcoord.transform([lng, lat], gcoord.WGS84, crs);
    return [x, y];
  };
  const forward = (x: number, y: number): Pair => {
    let [lng, lat]: Pair = [x, y];
    for (let n = 0; n < 12; n++) {
      const [u, v] = inverse(lng, lat);
      const [du, dv] = [x - u, y - v];
      lng += du;
      lat += dv;
      if (Math.abs(du) < LAST_STEP && Math.abs(dv) < LAST_STEP) break;
    }
    return [lng, lat];
  };
  return { datum, projected: false, forward, inverse, how: note(`${datum}-to-wgs84`) };
}

function projected(datum: InputDatum, proj: string, name: string): Converter {
  const { forward, inverse } = proj4(proj);
  return {
    datum,
    projected: true,
    // proj4's "forward" goes from longitude and latitude to the grid.
    forward: (x, y) => {
      const [lng = Number.NaN, lat = Number.NaN] = inverse([x, y]);
      return [lng, lat];
    },
    inverse: (lng, lat) => {
      const [x = Number.NaN, y = Number.NaN] = forward([lng, lat]);
      return [x, y];
    },
    how: note('projected-to-wgs84', { name, proj }),
  };
}

/** @param stated the file's own system, needed for `file`. Null where the datum is not known. */
export function converterOf(datum: InputDatum, stated: Crs | null): Converter | null {
  if (datum === 'wgs84') {
    const same = (x: number, y: number): Pair => [x, y];
    return { datum, projected: false, forward: same, inverse: same, how: note('none-needed') };
  }
  if (datum === 'gcj02') return offset(datum, gcoord.GCJ02);
  if (datum === 'bd09') return offset(datum, gcoord.BD09);
  if (datum === 'file') {
    if (stated === null || stated.proj === null) return null;
    return projected(datum, stated.proj, stated.name);
  }
  const code = Number(datum.slice('epsg:'.length));
  const proj = projOfEpsg(code);
  return proj === null ? null : projected(datum, proj, `EPSG:${code}`);
}
