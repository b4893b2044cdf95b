/** The legend of what is really in a picture of the map: classes, forms and lines that are not in it are left out. */
import { BASE_COLOURS } from '../../domain/colours.ts';
import { isCoarse } from '../../domain/site.ts';
import { CLUSTER_OR_CROSS_IDS, type ClusterOrCross, KIND_GROUPS, type KindGroup } from '../../domain/vocabulary.ts';
import type { I18n, MessageKey } from '../../i18n/index.ts';
import type { AppState } from '../../state/app-state.ts';
import type { MapPicture } from '../../state/context.ts';
import { clusterName } from '../words.ts';

export type LegendSign =
  | { readonly form: 'mark'; readonly cluster: ClusterOrCross; readonly group: KindGroup; readonly hollow: boolean }
  | { readonly form: 'line' | 'dashes' | 'fill' | 'dot' | 'ring' | 'circle'; readonly colour: string };

export interface LegendItem {
  readonly key: string;
  readonly sign: LegendSign;
  readonly label: string;
}

const INK = BASE_COLOURS.light;

/** Rows of the base, and the layers of which one must be in the picture. */
const BASE: readonly { readonly key: MessageKey; readonly layers: readonly string[]; readonly sign: LegendSign }[] = [
  { key: 'mapKey.city-border', layers: ['borders-outer'], sign: { form: 'line', colour: INK.borderOuter } },
  { key: 'mapKey.district-border', layers: ['borders-inner'], sign: { form: 'dashes', colour: INK.borderInner } },
  { key: 'mapKey.water', layers: ['water-polygons'], sign: { form: 'fill', colour: INK.water } },
  { key: 'mapKey.waterway', layers: ['rivers-overview', 'centre-lines'], sign: { form: 'line', colour: INK.waterLine } },
  { key: 'mapKey.road', layers: ['roads'], sign: { form: 'line', colour: INK.road } },
  { key: 'mapKey.metro', layers: ['metro-lines'], sign: { form: 'dashes', colour: INK.metro } },
  { key: 'mapKey.town', layers: ['towns'], sign: { form: 'dot', colour: INK.textMuted } },
  { key: 'mapKey.station', layers: ['stations'], sign: { form: 'dot', colour: INK.metro } },
  { key: 'mapKey.place', layers: ['places'], sign: { form: 'ring', colour: INK.waterText } },
];

const SHAPES: Record<KindGroup, MessageKey> = { project: 'shapeProject', area: 'shapeArea', platform: 'shapePlatform' };

/** Classes with how many of each are in the picture, then forms, then the base. */
export function legendOf(state: AppState, i18n: I18n, picture: Pick<MapPicture, 'sites' | 'layers'>): LegendItem[] {
  const { t } = i18n;
  const shown = state.sites.value.filter(({ id }) => picture.sites.has(id));
  const classes = CLUSTER_OR_CROSS_IDS.flatMap((cluster): LegendItem[] => {
    const n = shown.filter((site) => site.industryCluster === cluster).length;
    if (n === 0) return [];
    const label = `${clusterName(i18n, state.clusters, cluster)} (${i18n.number(n)})`;
    return [{ key: cluster, sign: { form: 'mark', cluster, group: 'project', hollow: false }, label }];
  });
  const forms = KIND_GROUPS.flatMap((group): LegendItem[] => {
    if (!shown.some((site) => site.group === group)) return [];
    return [{ key: group, sign: { form: 'mark', cluster: 'cross', group, hollow: group === 'area' }, label: t(SHAPES[group]) }];
  });
  const coarse: LegendItem[] = shown.some((site) => isCoarse(site.precision))
    ? [{ key: 'coarse', sign: { form: 'mark', cluster: 'cross', group: 'project', hollow: true }, label: t('shapeCoarse') }]
    : [];
  const radii: LegendItem[] = picture.layers.has('radii-line')
    ? [{ key: 'radius', sign: { form: 'circle', colour: INK.textMuted }, label: t('shapeRadius') }]
    : [];
  const base = BASE.flatMap(({ key, layers, sign }): LegendItem[] =>
    layers.some((layer) => picture.layers.has(layer)) ? [{ key, sign, label: t(key) }] : [],
  );
  return [...classes, ...forms, ...coarse, ...radii, ...base];
}
