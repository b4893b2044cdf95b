/** Districts with their borders moved as far as they may lie: made once each, with code that comes when it is first asked. */
import { computed, signal } from '@preact/signals';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import type { BorderSpread, ShareRange } from '../../analysis/border-spread.ts';
import { areaFeature } from '../../analysis/shape-share.ts';
import type { Base } from '../../domain/base.ts';
import type { BorderAccuracy } from '../../domain/schema/config.ts';
import type { DistrictId } from '../../domain/vocabulary.ts';
import type { Ask } from '../address/plan-address.ts';

type Code = Pick<typeof import('../../analysis/border-spread.ts'), 'borderSpread' | 'shareRange'>;

// One for all states: a picture's own finds it there.
const code = signal<Code | null>(null);
export const isSpreadLoaded = computed(() => code.value !== null);
let loading: Promise<void> | null = null;

/** Loads what moves borders; resolves at once where it is there. Rejects when it cannot be fetched, and can be asked again. */
export function loadSpread(): Promise<void> {
  loading ??= import('../../analysis/border-spread.ts').then(
    ({ borderSpread, shareRange }) => {
      code.value = { borderSpread, shareRange };
    },
    (error: unknown) => {
      loading = null;
      throw error;
    },
  );
  return loading;
}

/** What a share of a district may be; the share alone while the code is on its way. */
export type DistrictSpread = BorderSpread & Pick<Code, 'shareRange'>;

const made = new WeakMap<Base, Map<DistrictId, DistrictSpread>>();

/** Null while the code is not there, or where there is no such district. */
export function districtSpread(base: Base, id: DistrictId): DistrictSpread | null {
  const loaded = code.value;
  const district = base.districts.features.find(({ properties }) => properties.id === id);
  if (loaded === null || district === undefined) return null;
  const known = made.get(base) ?? new Map<DistrictId, DistrictSpread>();
  made.set(base, known);
  const { accuracyMetres, doubtful } = base.version.boundaries.districts;
  const spread = known.get(id) ?? {
    ...loaded.borderSpread(district.geometry, { accuracyMetres, doubtful }),
    shareRange: loaded.shareRange,
  };
  known.set(id, spread);
  return spread;
}

/** Of a question about a district; null for every other. */
export function questionSpread(base: Base, ask: Ask): DistrictSpread | null {
  return ask.kind === 'area' && ask.area.entity === 'district' ? districtSpread(base, ask.area.id) : null;
}

/** An outline that shares are asked of, with its own error. */
interface Blurred extends Pick<BorderAccuracy, 'accuracyMetres' | 'doubtful'> {
  readonly outline: Polygon | MultiPolygon;
}

/** Farther than this an error leaves every share open. */
const MOST_ERROR_M = 50_000;

const moved = new WeakMap<Polygon | MultiPolygon, Map<number, BorderSpread>>();

/** Upwards to two digits: rows of many errors share a few outlines, none of which is too narrow. */
function stepUp(metres: number): number {
  const step = metres < 10 ? 1 : 10 ** (Math.floor(Math.log10(metres)) - 1);
  return Math.ceil(metres / step) * step;
}

/** Of something known to so many metres: its share in an outline, and what that may be with the errors of both. */
export function blurredShare(
  { outline, accuracyMetres, doubtful }: Blurred,
  radiusM: number,
  shareIn: (area: Feature<Polygon | MultiPolygon>) => number | null,
): ShareRange | null {
  const error = accuracyMetres + radiusM;
  if (code.value === null || error > MOST_ERROR_M) {
    const share = shareIn(areaFeature(outline));
    return share === null
      ? null
      : code.value === null
        ? { least: share, share, most: share }
        : { least: 0, share, most: 1 };
  }
  const known = moved.get(outline) ?? new Map<number, BorderSpread>();
  moved.set(outline, known);
  const by = stepUp(error);
  const spread = known.get(by) ?? code.value.borderSpread(outline, { accuracyMetres: by, doubtful });
  known.set(by, spread);
  return code.value.shareRange(shareIn, spread);
}
