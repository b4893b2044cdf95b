/** What the map draws in, by theme. The constants live in domain, because legend and panels use them too. */
import { BASE_COLOURS, type BaseColours, DISTRICT_TINTS } from '../domain/base-colours.ts';
import { CLUSTER_COLOURS, ON_CLUSTER, type Theme } from '../domain/colours.ts';
import type { ClusterOrCross, DistrictId } from '../domain/vocabulary.ts';

export interface Palette {
  readonly clusters: Record<ClusterOrCross, string>;
  readonly onCluster: string;
  readonly base: BaseColours;
  readonly tints: Record<DistrictId, string>;
}

export function paletteOf(theme: Theme): Palette {
  return {
    clusters: CLUSTER_COLOURS[theme],
    onCluster: ON_CLUSTER[theme],
    base: BASE_COLOURS[theme],
    tints: DISTRICT_TINTS[theme],
  };
}
