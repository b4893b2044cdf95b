import { describe, expect, it } from 'vitest';
import { wgs84 } from '../../src/domain/position.ts';
import { fromWorld, toWorld } from '../../src/map/mercator.ts';
import { type SpreadInput, spread, spreadZoom } from '../../src/map/spread.ts';

const ZOOM = 10;
const HERE = wgs84(113.1, 23.0);

/** A site `dx`, `dy` pixels from HERE at ZOOM. */
function site(id: string, dx = 0, dy = 0, radiusPx = 10): SpreadInput {
  const { x, y } = toWorld(HERE, ZOOM);
  return { id, position: dx === 0 && dy === 0 ? HERE : fromWorld({ x: x + dx, y: y + dy }, ZOOM), radiusPx };
}

function overlaps(inputs: readonly SpreadInput[], zoom: number, drawnAt = zoom): string[] {
  const places = spread(inputs, zoom);
  const at = (id: string) => toWorld(places.get(id)?.at ?? HERE, drawnAt);
  return inputs.flatMap((a, i) =>
    inputs.slice(i + 1).flatMap((b) => {
      const [p, q] = [at(a.id), at(b.id)];
      return Math.hypot(p.x - q.x, p.y - q.y) < a.radiusPx + b.radiusPx ? [`${a.id}-${b.id}`] : [];
    }),
  );
}

describe('spread', () => {
  it('leaves a site that stands alone exactly where it is', () => {
    const places = spread([site('a'), site('b', 200)], ZOOM);
    expect(places.get('a')).toEqual({ at: HERE, moved: false });
  });

  it.each([2, 3, 7, 20, 45])('sets %i sites on one point apart, around that point, each with a leader', (n) => {
    const inputs = Array.from({ length: n }, (_, i) => site(`s${String(i).padStart(2, '0')}`));
    expect(overlaps(inputs, ZOOM)).toEqual([]);
    const places = [...spread(inputs, ZOOM).values()];
    expect(places.every(({ moved }) => moved)).toBe(true);
    const centre = toWorld(HERE, ZOOM);
    const mean = (axis: 'x' | 'y') => places.reduce((sum, { at }) => sum + toWorld(at, ZOOM)[axis], 0) / n;
    expect(Math.hypot(mean('x') - centre.x, mean('y') - centre.y)).toBeLessThan(12);
  });

  it('separates symbols that only overlap, also in a crowd and of different sizes', () => {
    const crowd = Array.from({ length: 50 }, (_, i) =>
      site(`c${i}`, (i % 8) * 7, Math.floor(i / 8) * 6, i % 3 === 0 ? 14 : 9),
    );
    expect(overlaps(crowd, ZOOM)).toEqual([]);
  });

  it('still holds anywhere before the next step', () => {
    const crowd = Array.from({ length: 20 }, (_, i) => site(`c${i}`, (i % 5) * 9, Math.floor(i / 5) * 9));
    expect(overlaps(crowd, ZOOM, ZOOM + 0.49)).toEqual([]);
  });

  it('does not depend on the order of its input', () => {
    const crowd = Array.from({ length: 12 }, (_, i) => site(`c${i}`, (i % 4) * 5, 0));
    const [one, other] = [spread(crowd, ZOOM), spread([...crowd].reverse(), ZOOM)];
    expect(Object.fromEntries(other)).toEqual(Object.fromEntries(one));
  });

  it('moves less far as the map comes closer', () => {
    const pair = [site('a'), site('b', 12)];
    const shift = (zoom: number) => Math.abs((spread(pair, zoom).get('a')?.at[0] ?? 0) - HERE[0]);
    expect(shift(10)).toBeGreaterThan(0);
    expect(shift(12)).toBe(0);
  });
});

describe('zoom steps', () => {
  it('are half zooms, rounded down', () => {
    expect([9, 9.3, 9.5, 9.99].map(spreadZoom)).toEqual([9, 9, 9.5, 9.5]);
  });
});

describe('mercator', () => {
  it('returns where it came from', () => {
    const [lng, lat] = fromWorld(toWorld(HERE, 13.7), 13.7);
    expect(lng).toBeCloseTo(HERE[0], 9);
    expect(lat).toBeCloseTo(HERE[1], 9);
  });

  it('puts the equator and the zero meridian in the middle of 512 px', () => {
    const { x, y } = toWorld(wgs84(0, 0), 0);
    expect(x).toBeCloseTo(256, 9);
    expect(y).toBeCloseTo(256, 9);
  });
});
