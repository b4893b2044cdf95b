/** The scene's sites as the collections that the site layers draw. Pure. */
import type { Feature, FeatureCollection } from 'geojson';
import type { Theme } from '../domain/colours.ts';
import { formOf } from '../domain/glyphs.ts';
import type { Wgs84 } from '../domain/position.ts';
import { isCoarse } from '../domain/site.ts';
import { breakable } from '../domain/word-parts.ts';
import { EMPTY } from './context-features.ts';
import { circlePolygon } from './layers/circle.ts';
import { iconId, sharpnessOf } from './layers/icon-id.ts';
import { siteNamePx, siteRadiusPx } from './layers/site-size.ts';
import { toWorld } from './mercator.ts';
import type { Obstacle } from './name-places.ts';
import type { SceneOutlines, SceneSite } from './scene.ts';
import { type Spread, spread } from './spread.ts';

/**
 * Sites that get a symbol: an event not beside its drawn venue, nothing that only the city is known of.
 */
export function drawnSites(sites: readonly SceneSite[]): SceneSite[] {
  const ids = new Set(sites.map(({ id }) => id));
  return sites.filter(({ heldAt, extent, precision }) => {
    if (precision === 'city' || precision === 'unknown') return false;
    return !(extent === 'event' && heldAt != null && ids.has(heldAt));
  });
}

/** The drawn site that stands for `id`: itself, or the venue of an event; undefined where none is drawn. */
export function symbolOf(
  sites: readonly SceneSite[],
  drawn: readonly SceneSite[],
  id: string | null,
): SceneSite | undefined {
  if (id === null) return undefined;
  const own = drawn.find((site) => site.id === id);
  const heldAt = own ? null : sites.find((site) => site.id === id)?.heldAt;
  return own ?? (heldAt == null ? undefined : drawn.find((site) => site.id === heldAt));
}

/** A ring says that a boundary is missing. */
const sceneForm = ({ extent, outlined = false }: SceneSite) => (outlined ? 'badge' : formOf(extent));

/** Drawing positions of all symbols at a zoom step. */
export function spreadSites(drawn: readonly SceneSite[], zoom: number, scale = 1): Map<string, Spread> {
  const inputs = drawn.map((site) => ({
    id: site.id,
    position: site.position,
    radiusPx: siteRadiusPx(sceneForm(site), zoom) * scale,
  }));
  return spread(inputs, zoom);
}

/** So few sites have room for their names beside those of areas. */
const FEW = 8;

/** Symbols that names of areas keep clear of, and the names of a few; pale ones leave them the room. */
export function symbolsToClear(
  drawn: readonly SceneSite[],
  places: ReadonlyMap<string, Spread>,
  zoom: number,
  scale = 1,
): Obstacle[] {
  const lit = drawn.filter(({ dimmed }) => !dimmed);
  return lit.map((site) => {
    const { w, h } = siteNamePx(site.label, zoom);
    return {
      at: places.get(site.id)?.at ?? site.position,
      radiusPx: siteRadiusPx(sceneForm(site), zoom) * scale,
      ...(lit.length > FEW ? {} : { name: { w: w * scale, h: h * scale } }),
    };
  });
}

/** Points with everything that the site layers read. Lower `rank` names first, higher `order` draws above. */
export function siteFeatures(
  drawn: readonly SceneSite[],
  places: ReadonlyMap<string, Spread>,
  selected: SceneSite | undefined,
  theme: Theme,
  scale = 1,
): FeatureCollection {
  const sharpness = sharpnessOf(scale);
  return collection(
    drawn.map((site): Feature => {
      const { id, cluster, group, precision, label, dimmed } = site;
      const form = sceneForm(site);
      const isSelected = selected?.id === id;
      const coarse = isCoarse(precision);
      const icon = iconId({ theme, cluster, group, form, coarse, selected: isSelected }, sharpness);
      const order = isSelected ? 2 : dimmed ? 0 : 1;
      return {
        type: 'Feature',
        geometry: { type: 'Point', coordinates: [...(places.get(id)?.at ?? site.position)] },
        properties: {
          id,
          icon,
          form,
          label,
          name: breakable(label),
          dimmed,
          selected: isSelected,
          order,
          rank: rankOf(site, selected),
          corrected: site.corrected === true,
          ...(site.ranked === undefined ? {} : { no: site.ranked.no, lit: site.ranked.lit }),
          ...(site.stood === undefined ? {} : { stood: site.stood }),
        },
      };
    }),
  );
}

/** Zoom at which distances between sites are compared; only their order matters. */
const RANK_ZOOM = 10;

function rankOf(site: SceneSite, selected: SceneSite | undefined): number {
  if (site.id === selected?.id) return -1;
  const dimmed = site.dimmed ? 1e6 : 0;
  if (!selected) return dimmed - (site.importance ?? 0);
  const [a, b] = [toWorld(site.position, RANK_ZOOM), toWorld(selected.position, RANK_ZOOM)];
  return dimmed + Math.hypot(a.x - b.x, a.y - b.y);
}

/** A line and a dot for every symbol that was moved aside. */
export function leaderFeatures(
  drawn: readonly SceneSite[],
  places: ReadonlyMap<string, Spread>,
  selected: SceneSite | undefined,
): FeatureCollection {
  return collection(
    drawn.flatMap(({ id, position, dimmed }): Feature[] => {
      const place = places.get(id);
      if (!place?.moved) return [];
      const properties = { id, dimmed, selected: id === selected?.id };
      return [
        { type: 'Feature', geometry: { type: 'LineString', coordinates: [[...position], [...place.at]] }, properties },
        { type: 'Feature', geometry: { type: 'Point', coordinates: [...position] }, properties },
      ];
    }),
  );
}

/** Areas of the sites whose outline is known, in the order of the sites. */
export function outlineFeatures(
  sites: readonly SceneSite[],
  outlines: SceneOutlines,
  selectedId: string | null,
): FeatureCollection {
  return collection(
    sites.flatMap(({ id, cluster, dimmed }): Feature[] => {
      const coordinates = outlines.get(id);
      if (coordinates === undefined) return [];
      const properties = { id, cluster, dimmed, selected: id === selectedId };
      return [{ type: 'Feature', geometry: { type: 'MultiPolygon', coordinates }, properties }];
    }),
  );
}

/**
 * Circles at ground scale around the true points: of the selected site, unless its outline says more; where the ground
 * ends, of every site of which that is so, to hold on to; or of all.
 */
export function radiusFeatures(
  drawn: readonly SceneSite[],
  selected: SceneSite | undefined,
  all: boolean,
  groundEnds = false,
): FeatureCollection {
  const some = groundEnds ? drawn.filter(({ dimmed }) => !dimmed) : selected === undefined ? [] : [selected];
  const shown = all ? drawn : some.filter(({ outlined }) => outlined !== true);
  return collection(
    shown.flatMap(({ id, position, radiusM, cluster, dimmed }): Feature[] => {
      if (radiusM === null || radiusM <= 0) return [];
      const properties = { id, cluster, dimmed, selected: id === selected?.id };
      return [{ type: 'Feature', geometry: circlePolygon(position, radiusM), properties }];
    }),
  );
}

/** The symbol under the pointer, or nothing. */
export function highlightFeature(
  hovered: SceneSite | undefined,
  places: ReadonlyMap<string, Spread>,
): FeatureCollection {
  if (!hovered) return collection([]);
  const at: Wgs84 = places.get(hovered.id)?.at ?? hovered.position;
  const properties = { form: sceneForm(hovered) };
  return collection([{ type: 'Feature', geometry: { type: 'Point', coordinates: [...at] }, properties }]);
}

/** Nothing is always the same nothing, so that it is not uploaded again. */
function collection(features: Feature[]): FeatureCollection {
  return features.length === 0 ? EMPTY : { type: 'FeatureCollection', features };
}
