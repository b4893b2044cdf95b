/** Where the circle of a question has its centre; loaded with map and panels, not with the address. */
import type { Base } from '../../domain/base.ts';
import { type Wgs84, wgs84 } from '../../domain/position.ts';
import type { Site } from '../../domain/site.ts';
import type { Around } from '../address/plan-address.ts';

export interface Centre {
  readonly position: Wgs84;
  /** Error of the position, metres; 0 for a place that is meant as it stands. */
  readonly radiusM: number;
}

/** Where a circle has its centre; null where the site or town has no position. A district stands for its label. */
export function centreOf(base: Base, siteById: ReadonlyMap<string, Site>, around: Around): Centre | null {
  switch (around.entity) {
    case 'pin':
      return { position: wgs84(...around.at), radiusM: 0 };
    case 'site': {
      const site = siteById.get(around.id);
      return site === undefined || site.position === null
        ? null
        : { position: site.position, radiusM: site.radiusM ?? Number.POSITIVE_INFINITY };
    }
    case 'town': {
      const town = base.towns.features.find((f) => f.properties.code === around.id);
      return town === undefined || town.geometry === null
        ? null
        : { position: wgs84(...town.geometry.coordinates), radiusM: town.properties.radiusM };
    }
    case 'district': {
      const label = base.districts.features.find((f) => f.properties.id === around.id)?.properties.label;
      return label === undefined ? null : { position: wgs84(...label), radiusM: 0 };
    }
  }
}
