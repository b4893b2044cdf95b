/** What capabilities of a map service say, as far as a base map needs it. */
import type { WmsVersion } from '../../domain/services/address.ts';
import type { ServiceCrs } from '../../domain/services/crs.ts';
import type { Grid } from '../../domain/services/grid.ts';

/** West, south, east, north, degrees. */
export type DegreeBox = readonly [number, number, number, number];

export interface MatrixSet {
  readonly id: string;
  readonly crs: ServiceCrs;
  /** Null where it cannot be drawn. */
  readonly grid: Grid | null;
}

export interface WmtsLayer {
  readonly id: string;
  readonly title: string;
  readonly styles: readonly string[];
  /** Of pictures. */
  readonly formats: readonly string[];
  readonly sets: readonly MatrixSet[];
  /** A template of addresses by format; empty where tiles are asked for by parameters. */
  readonly templates: ReadonlyMap<string, string>;
  readonly box: DegreeBox | null;
}

export interface WmtsService {
  readonly kind: 'wmts';
  readonly title: string;
  /** Who offers it; empty where it does not say. */
  readonly provider: string;
  /** Where tiles are asked for by parameters. */
  readonly address: string;
  readonly layers: readonly WmtsLayer[];
}

export interface WmsLayer {
  readonly id: string;
  readonly title: string;
  readonly styles: readonly string[];
  readonly systems: readonly ServiceCrs[];
  readonly box: DegreeBox | null;
}

export interface WmsService {
  readonly kind: 'wms';
  readonly title: string;
  readonly provider: string;
  readonly address: string;
  readonly version: WmsVersion;
  readonly formats: readonly string[];
  readonly layers: readonly WmsLayer[];
}

export type MapService = WmtsService | WmsService;

/** Formats that a browser draws, the best first. */
const PICTURES = [/^image\/png\b/i, /^image\/(webp)\b/i, /^image\/jpe?g\b/i, /^image\/gif\b/i, /^tiles$/i];

/** Those of a list that can be drawn, the best first; 天地图 calls its own `tiles`. */
export function drawableFormats(formats: readonly string[]): string[] {
  const rank = (format: string) => PICTURES.findIndex((picture) => picture.test(format));
  return formats.filter((format) => rank(format) >= 0).sort((a, b) => rank(a) - rank(b));
}

/** Null where it is none. */
export function degreeBox(values: readonly number[]): DegreeBox | null {
  const [west, south, east, north] = values;
  if (west === undefined || south === undefined || east === undefined || north === undefined) return null;
  return values.every(Number.isFinite) && west < east && south < north ? [west, south, east, north] : null;
}
