/** A small drawing of what a stop shows: the districts and the sites that stand out. No map is needed for it. */

import { CLUSTER_COLOURS } from '../../domain/colours.ts';
import { ringsOf } from '../../domain/rings.ts';
import type { DistrictCollection } from '../../domain/schema/area.ts';
import { emphasisOf } from '../../domain/things.ts';
import { lookTarget } from '../../domain/tour.ts';
import type { TourStop } from '../../domain/tour-schema.ts';
import { useApp } from '../../state/app.ts';
import { filterSites } from '../../state/filter.ts';
import { contentOfStop } from '../../state/present/stop-content.ts';

/** Degrees to the drawing: at this latitude a degree of longitude is 0.92 of one of latitude. */
const WEST = 112.37;
const NORTH = 23.59;
const SIZE = 100;
const PER_DEGREE = SIZE / 0.96;
const x = (lng: number) => Number(((lng - WEST) * 0.92 * PER_DEGREE + 2).toFixed(1));
const y = (lat: number) => Number(((NORTH - lat) * PER_DEGREE).toFixed(1));

const outlines = new WeakMap<DistrictCollection, string>();

function outlineOf(districts: DistrictCollection): string {
  const known = outlines.get(districts);
  if (known !== undefined) return known;
  const rings = districts.features.flatMap(({ geometry }) => ringsOf(geometry));
  const path = rings.map((ring) => `M${ring.map(([lng = 0, lat = 0]) => `${x(lng)} ${y(lat)}`).join('L')}Z`).join('');
  outlines.set(districts, path);
  return path;
}

export function Schematic({ stop }: { readonly stop: TourStop }) {
  const { state } = useApp();
  const things = state.things.value;
  const shown = contentOfStop(stop.show);
  const theme = state.theme.value;
  const clauseRef = shown.clause === null ? null : ({ entity: 'clause', id: shown.clause } as const);
  const marked =
    shown.selection?.entity === 'site'
      ? new Set([shown.selection.id])
      : (emphasisOf(things, shown.selection) ?? emphasisOf(things, clauseRef) ?? null);
  const target = lookTarget(stop.look, things);
  const sites = filterSites(state.sites.value, shown.filters, state.unitsOf).flatMap((site) =>
    site.position === null ? [] : [{ id: site.id, at: site.position, cluster: site.industryCluster }],
  );
  const stands = (id: string) => marked === null || marked.has(id);
  return (
    <svg class="schematic" viewBox={`-4 -4 ${SIZE + 8} ${SIZE + 8}`} aria-hidden="true" focusable="false">
      <path class="schematic-land" d={outlineOf(state.base.districts)} />
      {target.kind === 'box' && (
        <rect
          class="schematic-look"
          x={x(target.box[0]) - 3}
          y={y(target.box[3]) - 3}
          width={x(target.box[2]) - x(target.box[0]) + 6}
          height={y(target.box[1]) - y(target.box[3]) + 6}
          rx="2"
        />
      )}
      {[...sites]
        .sort((a, b) => Number(stands(a.id)) - Number(stands(b.id)))
        .map(({ id, at, cluster }) => (
          <circle
            key={id}
            cx={x(at[0])}
            cy={y(at[1])}
            r={stands(id) ? 2.4 : 1.2}
            fill={CLUSTER_COLOURS[theme][cluster]}
            fill-opacity={stands(id) ? 1 : 0.3}
          />
        ))}
    </svg>
  );
}
