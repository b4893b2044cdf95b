/** What the rendered map holds, asked of the map itself (`.map-view` carries it). */
import type { Page } from '@playwright/test';

/** The property of what the layers have on screen now, in no order; a layer that is not there has nothing. */
export function renderedOn(page: Page, layers: readonly string[], property = 'label'): Promise<string[]> {
  return page.evaluate(
    ([ids, key]) => {
      interface Rendered {
        getLayer(id: string): unknown;
        queryRenderedFeatures(options: { layers: string[] }): { properties: Record<string, unknown> }[];
      }
      const map = Reflect.get(document.querySelector('.map-view') ?? {}, 'map') as Rendered | undefined;
      if (map === undefined) return [];
      const there = ids.filter((id) => map.getLayer(id) !== undefined);
      return map.queryRenderedFeatures({ layers: there }).map(({ properties }) => String(properties[key]));
    },
    [[...layers], property] as const,
  );
}
