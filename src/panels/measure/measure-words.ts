/** Coordinates, lengths and areas in words, with the digits that a pixel of the map decides. */
import { degreeDigits, roundedBy, tenBelow } from '../../analysis/measured.ts';
import type { Grid } from '../../data/export/grid.ts';
import { type LngLat, wgs84 } from '../../domain/position.ts';
import type { I18n } from '../../i18n/index.ts';

const M2_PER_MU = 10_000 / 15;

/** @param pixel ground under a pixel of the map, metres */
export function placeWords({ t }: I18n, grid: Grid, [lng, lat]: LngLat, pixel: number): string {
  const [x, y] = grid.from(wgs84(lng, lat));
  if (!grid.projected) {
    const digits = degreeDigits(pixel);
    return `${x.toFixed(digits)}°E, ${y.toFixed(digits)}°N`;
  }
  // As they are typed elsewhere: without marks between thousands.
  const metres = (value: number) => String(roundedBy(value, tenBelow(pixel)));
  return t('rulerMetres', { e: metres(x), n: metres(y) });
}

/** Decimals that show a step in a larger unit. */
const digitsFor = (step: number, unit: number): number => Math.max(0, Math.round(Math.log10(unit / step)));

export function lengthWords({ t, number }: I18n, metres: number, step: number): string {
  const n = roundedBy(metres, step);
  return n < 1000
    ? t('rulerM', { n: number(n, 0) })
    : t('rulerKm', { n: number(n / 1000, Math.min(3, digitsFor(step, 1000))) });
}

export function areaWords({ t, number }: I18n, m2: number, step: number): string {
  const n = roundedBy(m2, step);
  const mu = number(roundedBy(n / M2_PER_MU, tenBelow(step / M2_PER_MU)), 0);
  if (n < 10_000) return t('rulerM2', { n: number(n, 0) });
  if (n < 1_000_000) return t('rulerHa', { n: number(n / 10_000, Math.min(2, digitsFor(step, 10_000))), mu });
  return t('rulerKm2', { n: number(n / 1_000_000, Math.min(3, digitsFor(step, 1_000_000))), mu });
}
