/** Changes layers in place from one set of specifications to another: no reload, so no flash. */
import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec';

/** The part of a map that restyling needs. */
export interface Restylable {
  setPaintProperty(layer: string, name: string, value: unknown): unknown;
  setLayoutProperty(layer: string, name: string, value: unknown): unknown;
}

type Group = 'paint' | 'layout';

function changes(before: LayerSpecification, after: LayerSpecification, group: Group): [string, unknown][] {
  const [old, next] = [new Map(entries(before, group)), entries(after, group)];
  return next.filter(([name, value]) => JSON.stringify(old.get(name)) !== JSON.stringify(value));
}

function entries(layer: LayerSpecification, group: Group): [string, unknown][] {
  return Object.entries(layer[group] ?? {});
}

/** Both lists hold the same layers; only their paint and layout may differ. */
export function restyle(
  map: Restylable,
  before: readonly LayerSpecification[],
  after: readonly LayerSpecification[],
): void {
  const old = new Map(before.map((layer) => [layer.id, layer]));
  for (const layer of after) {
    const previous = old.get(layer.id);
    if (!previous) continue;
    for (const [name, value] of changes(previous, layer, 'paint')) map.setPaintProperty(layer.id, name, value);
    for (const [name, value] of changes(previous, layer, 'layout')) map.setLayoutProperty(layer.id, name, value);
  }
}
