/** Where a sheet lies: the districts, with the ground of the sheet. */
import { type LngLat, metresPerDegree } from '../../../domain/position.ts';
import { ringsOf } from '../../../domain/rings.ts';
import { boxOf } from '../../../domain/thing-places.ts';
import { useApp } from '../../../state/app.ts';
import type { Extent } from './true-scale.ts';

/** Around what is shown, mm. */
const AIR = 1;
/** A sheet that is smaller than this is a cross, mm. */
const LEAST = 1.5;
const TEXT = 2.1;

/** @param ground corners of the sheet */
export function Inset({ ground, size }: { readonly ground: readonly LngLat[]; readonly size: Extent }) {
  const { state, i18n } = useApp();
  const { t } = i18n.value;
  const { features } = state.base.districts;
  const rings = features.map(({ properties, geometry }) => ({
    id: properties.id,
    label: properties.label,
    rings: ringsOf(geometry),
  }));
  const box = boxOf([...rings.flatMap((one) => one.rings.flat()), ...ground]);
  if (box === null) return null;
  const [west, south, east, north] = box;
  const [perEast, perNorth] = metresPerDegree((south + north) / 2);
  const metres = Math.max(
    ((east - west) * perEast) / (size.width - 2 * AIR),
    ((north - south) * perNorth) / (size.height - 2 * AIR),
  );
  const at = ([lng = 0, lat = 0]: readonly number[]): readonly [number, number] => [
    size.width / 2 + ((lng - (west + east) / 2) * perEast) / metres,
    size.height / 2 - ((lat - (south + north) / 2) * perNorth) / metres,
  ];
  const path = (ring: readonly (readonly number[])[]) =>
    `M${ring
      .map((place) =>
        at(place)
          .map((mm) => mm.toFixed(2))
          .join(' '),
      )
      .join('L')}Z`;
  const corners = ground.map(at);
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  const isSmall = right - left < LEAST && bottom - top < LEAST;
  return (
    <svg
      class="print-inset"
      viewBox={`0 0 ${size.width} ${size.height}`}
      style={{ width: `${size.width}mm`, height: `${size.height}mm` }}
      role="img"
      aria-label={t('printInset')}
    >
      {rings.map((one) => (
        <path key={one.id} d={one.rings.map(path).join('')} class="inset-district" fill-rule="evenodd" />
      ))}
      {rings.map(({ id, label }) => {
        const [textX, textY] = at(label);
        return (
          <text key={id} x={textX} y={textY} font-size={TEXT} text-anchor="middle">
            {t(`district.${id}`)}
          </text>
        );
      })}
      {isSmall ? (
        <path class="inset-sheet" d={`M${x - 2} ${y}H${x + 2}M${x} ${y - 2}V${y + 2}`} />
      ) : (
        <path class="inset-sheet" d={path(ground)} />
      )}
    </svg>
  );
}
