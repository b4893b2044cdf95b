/** Where the register has changed: the districts, and what is new, has moved or is gone in them. */
import type { RegisterChanges } from '../../analysis/register-changes.ts';
import type { LngLat } from '../../domain/position.ts';
import { boxOf } from '../../domain/thing-places.ts';
import { useApp } from '../../state/app.ts';

const WIDTH = 320;
/** Corners nearer to the last one than this are left out, px. */
const LEAST_PX = 0.7;

export function SinceMap({ changes: { added, gone, changed } }: { readonly changes: RegisterChanges }) {
  const { state, i18n } = useApp();
  const { t } = i18n.value;
  const rings = state.base.districts.features.flatMap(({ geometry }) =>
    geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat(),
  );
  const box = boxOf(rings.flat());
  if (box === null) return null;
  const [west, south, east, north] = box;
  // At this size degrees are lengths, when those of longitude are shortened.
  const across = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = WIDTH / ((east - west) * across);
  const at = ([lng, lat]: LngLat): readonly [number, number] => [(lng - west) * across * scale, (north - lat) * scale];
  const height = (north - south) * scale;
  const path = (ring: readonly LngLat[]) => {
    let last: readonly [number, number] | null = null;
    const kept = ring.map(at).filter((place) => {
      if (last !== null && Math.hypot(place[0] - last[0], place[1] - last[1]) < LEAST_PX) return false;
      last = place;
      return true;
    });
    return `M${kept.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}Z`;
  };
  const dots = [
    ...added.map(({ id, position }) => ({ id, position, is: 'added' })),
    ...gone.map(({ record: { id, position } }) => ({ id, position, is: 'gone' })),
    ...changed.map(({ now: { id, position } }) => ({ id, position, is: 'changed' })),
  ];
  const moves = changed.flatMap(({ before, now, movedM }) =>
    movedM === null || before.position == null || now.position == null
      ? []
      : [{ id: now.id, from: at(before.position), to: at(now.position) }],
  );
  const unplaced = dots.filter(({ position }) => position == null).length;
  return (
    <figure class="since-map">
      <svg viewBox={`-6 -6 ${WIDTH + 12} ${height + 12}`} role="img" aria-label={t('wsSinceMap')}>
        {rings.map((ring, n) => (
          <path key={n} class="since-ground" d={path(ring.map(([lng = 0, lat = 0]): LngLat => [lng, lat]))} />
        ))}
        {moves.map(({ id, from: [x1, y1], to: [x2, y2] }) => (
          <line key={id} class="since-move" x1={x1} y1={y1} x2={x2} y2={y2} />
        ))}
        {dots.map(({ id, position, is }) => {
          if (position == null) return null;
          const [x, y] = at(position);
          // A square, a circle and a cross: told apart without colours.
          if (is === 'added') return <rect key={id} class="since-added" x={x - 4} y={y - 4} width="8" height="8" />;
          if (is === 'changed') return <circle key={id} class="since-changed" cx={x} cy={y} r="4" />;
          return <path key={id} class="since-gone" d={`M${x - 4} ${y - 4}l8 8m0-8l-8 8`} />;
        })}
      </svg>
      <figcaption class="small muted">
        {t('wsSinceKey')} {unplaced > 0 && t('wsSinceNoPlace', { n: unplaced })}
      </figcaption>
    </figure>
  );
}
