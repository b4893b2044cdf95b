/** Districts with their borders moved as far as they may lie: made once each, with code that comes when it is first asked. */
import { computed, signal } from '@preact/signals';
import type { BorderSpread } from '../../analysis/border-spread.ts';
import type { Base } from '../../domain/base.ts';
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
