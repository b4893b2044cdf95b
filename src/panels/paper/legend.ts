/** The legend of what is really in a picture of the map: classes, forms and lines that are not in it are left out. */

import { sizeSteps } from '../../analysis/column-sizes.ts';
import { HEAT_STEP_M } from '../../analysis/invest/scales.ts';
import { BASE_COLOURS, greyOf } from '../../domain/base-colours.ts';
import { BASE_LEGEND, type LegendLayer } from '../../domain/base-legend.ts';
import { CLUSTER_COLOURS } from '../../domain/colours.ts';
import { titleIn } from '../../domain/column-values.ts';
import { FORMS } from '../../domain/glyphs.ts';
import type { HatchId } from '../../domain/hatches.ts';
import { DENSITY_PER_KM2 } from '../../domain/measures.ts';
import { COUNT_RAMP, opacityOf, SET_SHADES } from '../../domain/set-look.ts';
import { SHADE_UNKNOWN, shadeColours } from '../../domain/shade-ramp.ts';
import { isCoarse, type SiteSymbol, symbolFor } from '../../domain/site.ts';
import { CLUSTER_OR_CROSS_IDS, KIND_GROUPS, type KindGroup } from '../../domain/vocabulary.ts';
import type { I18n, MessageKey } from '../../i18n/index.ts';
import type { AppState } from '../../state/app-state.ts';
import type { ImportedSet } from '../../state/imports/imported-set.ts';
import { hexagonsOf, shownRowsOf, sizesOf, smoothingOf, surfaceOf, zoomOf } from '../../state/imports/set-counts.ts';
import { shownSets } from '../../state/imports/shown-sets.ts';
import { heatSteps } from '../../state/invest/heat-classes.ts';
import type { MapPicture } from '../../state/map-port.ts';
import { columnLegend, hasColumnColour, labellingName, shownHatch } from '../data/column-legend.ts';
import { classWords, fewWords, hexagonTitle, openWords } from '../data/hexagon-words.ts';
import { ownLeft, shadeHeading, shadeScale } from '../plan/shade-words.ts';
import { clusterName } from '../shared/phrases.ts';

export type LegendSign =
  | { readonly form: 'mark'; readonly symbol: SiteSymbol }
  /** A heading of the rows that follow. */
  | { readonly form: 'none' }
  /** Circles within each other, with the diameters that points have on the map, px, the greatest first. */
  | { readonly form: 'sizes'; readonly px: readonly number[]; readonly colour: string }
  /** An area of the user's own as the map draws it, with its hatch. */
  | { readonly form: 'area'; readonly colour: string; readonly hatch: HatchId | null; readonly opacity: number }
  | { readonly form: 'line' | 'dashes' | 'fill' | 'hatch' | 'dot' | 'ring' | 'circle'; readonly colour: string };

export interface LegendItem {
  readonly key: string;
  readonly sign: LegendSign;
  readonly label: string;
  /** Of a class: its name without how many symbols of it are in the picture. */
  readonly name?: string;
}

const INK = BASE_COLOURS.light;

const markOf = (symbol: Partial<SiteSymbol>): LegendSign => ({
  form: 'mark',
  symbol: { cluster: 'cross', group: 'project', form: 'badge', coarse: false, ...symbol },
});

const SHAPES: Record<KindGroup, MessageKey> = { project: 'shapeProject', area: 'shapeArea', platform: 'shapePlatform' };

/** Classes with how many of each are in the picture, then forms, then the base; own sets where they are in it. */
export function legendOf(
  state: AppState,
  i18n: I18n,
  picture: Pick<MapPicture, 'sites' | 'layers' | 'greyBase'>,
  sets: readonly ImportedSet[] = shownSets(state),
): LegendItem[] {
  const { t } = i18n;
  const shown = state.sites.value.filter(({ id }) => picture.sites.has(id));
  const classes = CLUSTER_OR_CROSS_IDS.flatMap((cluster): LegendItem[] => {
    const n = shown.filter((site) => site.industryCluster === cluster).length;
    if (n === 0) return [];
    const name = clusterName(i18n, state.clusters, cluster);
    return [{ key: cluster, sign: markOf({ cluster }), label: `${name} (${i18n.number(n)})`, name }];
  });
  const forms = KIND_GROUPS.flatMap((group): LegendItem[] => {
    if (!shown.some((site) => site.group === group)) return [];
    return [
      { key: group, sign: markOf({ group, form: group === 'area' ? 'ring' : 'badge' }), label: t(SHAPES[group]) },
    ];
  });
  const coarse = FORMS.flatMap((form): LegendItem[] =>
    shown.some((site) => isCoarse(site.precision) && symbolFor(site).form === form)
      ? [{ key: `coarse-${form}`, sign: markOf({ form, coarse: true }), label: t('shapeCoarse') }]
      : [],
  );
  const radii: LegendItem[] = picture.layers.has('radii-line')
    ? [{ key: 'radius', sign: { form: 'circle', colour: INK.textMuted }, label: t('shapeRadius') }]
    : [];
  const stacks: LegendItem[] = picture.layers.has('stacks')
    ? [{ key: 'stacks', sign: { form: 'dot', colour: INK.text }, label: t('legendStacksOnPaper') }]
    : [];
  /** Drawn by a base map that has no colours now. */
  const isGrey = (layers: readonly LegendLayer[]): boolean =>
    picture.greyBase === true && layers.some((layer) => layer.startsWith('base/') && picture.layers.has(layer));
  const base = BASE_LEGEND.flatMap(({ key, form, colour, layers }): LegendItem[] =>
    layers.some((layer) => picture.layers.has(layer))
      ? [{ key, sign: { form, colour: isGrey(layers) ? greyOf(INK[colour]) : INK[colour] }, label: t(key) }]
      : [],
  );
  return [
    ...classes,
    ...forms,
    ...coarse,
    ...radii,
    ...shadeRows(state, i18n, picture),
    ...setRows(state, i18n, sets),
    ...stacks,
    ...base,
  ];
}

/** How good it is everywhere: what the surface speaks for, and its classes; empty where it does not show. */
function heatRows({ mode, invest }: AppState, i18n: I18n): LegendItem[] {
  const [heat, shown] = [invest.heat.value, invest.heatShown.value];
  if (mode.value !== 'invest' || heat === null || shown === null) return [];
  const { share } = heat.parts.value;
  const colours = shadeColours('light', shown.classes);
  const km = HEAT_STEP_M / 1000;
  return [
    {
      ...{ key: 'heat', sign: { form: 'none' } as const },
      label: i18n.t('heatLegend', { n: i18n.number(100 * share, 0), km }),
    },
    ...heatSteps(shown).map(
      ({ from, to }, at): LegendItem => ({
        key: `heat-${at}`,
        sign: { form: 'fill', colour: colours[at] ?? INK.land },
        label: `${i18n.number(from)} – ${i18n.number(to)}`,
      }),
    ),
    ...(shown.hasUnknown
      ? [
          {
            ...{ key: 'heat-unknown', label: i18n.t('heatUnknown') },
            sign: { form: 'hatch', colour: SHADE_UNKNOWN.light.stroke } as const,
          },
        ]
      : []),
  ];
}

/** The districts' shading: what, of when, and the classes. */
function shadeRows(state: AppState, i18n: I18n, { layers }: Pick<MapPicture, 'layers'>): LegendItem[] {
  if (!(layers.has('shade-fill') || layers.has('shade-unknown'))) return [];
  const heat = heatRows(state, i18n);
  if (heat.length > 0) return heat;
  const view = state.plan.shadeView.value;
  if (view === null) return [];
  const colours = shadeColours('light', view.classes.classes.length);
  const { words } = shadeScale(i18n, view);
  return [
    { key: 'shade', sign: { form: 'none' }, label: shadeHeading(i18n, view) },
    ...view.classes.classes.map(
      ({ from, to }, at): LegendItem => ({
        key: `shade-${at}`,
        sign: { form: 'fill', colour: colours[at] ?? INK.land },
        label: from === to ? words(from) : `${words(from)} – ${words(to)}`,
      }),
    ),
    ...(view.classes.unknown === 0
      ? []
      : [
          {
            key: 'shade-unknown',
            sign: { form: 'hatch', colour: SHADE_UNKNOWN.light.stroke } as const,
            label: i18n.t('shadeUnknown'),
          },
        ]),
    ...(view.own === null ? [] : ownLeft(i18n, view.own)).map(
      (label, at): LegendItem => ({ key: `shade-left-${at}`, sign: { form: 'none' }, label }),
    ),
  ];
}

/** As most rows of a set are drawn, those of a class where its place among the classes is given. */
function signOf(item: ImportedSet, colour: string, at: number | null): LegendSign {
  const { points, lines, areas } = shownRowsOf(item);
  if (areas > points + lines)
    return { form: 'area', colour, hatch: shownHatch(item, at), opacity: opacityOf(item.look) };
  return { form: lines > points ? 'line' : 'dot', colour };
}

/** What the words beside the rows are. */
function labelRows({ id, look }: ImportedSet, i18n: I18n): LegendItem[] {
  const { labelBy = null } = look;
  if (labelBy === null || look.display !== 'points') return [];
  const label = i18n.t('legendLabels', { name: labellingName(i18n, labelBy) });
  return [{ key: `${id}-labels`, sign: { form: 'none' }, label }];
}

/** The sizes of points that a column gives, and how blanks are drawn. */
function sizeRows({ id, set, look }: ImportedSet, { t, number, list }: I18n): LegendItem[] {
  const sizes = look.display === 'points' ? sizesOf(set, look) : null;
  if (sizes === null) return [];
  const steps = sizeSteps(sizes);
  const values = list(
    steps.map(({ value }) => number(value, 6)),
    'semicolon',
  );
  const blanks = sizes.blanks === 0 ? '' : ` (${t('legendSizeHollow', { n: sizes.blanks })})`;
  return [
    {
      key: `${id}-sizes`,
      sign: { form: 'sizes', px: steps.map(({ px }) => px), colour: INK.text },
      label: `${t('legendSize', { name: titleIn(set, look.sizeBy ?? '') })}: ${values}${blanks}`,
    },
  ];
}

/** Imported sets that are shown, in the numbers that are drawn. An overlay keeps the colours of the screen. */
export function setRows(state: AppState, i18n: I18n, sets: readonly ImportedSet[]): LegendItem[] {
  const { t, number } = i18n;
  const theme = state.theme.value;
  const ramp = COUNT_RAMP[theme].map(([r, g, b]) => `rgb(${r} ${g} ${b})`);
  const swatch = (id: string, at: number, label: string): LegendItem => ({
    key: `${id}-${at}`,
    sign: { form: 'fill', colour: ramp[at] ?? INK.land },
    label,
  });
  const rowsOf = (item: ImportedSet): LegendItem[] => {
    const { id, set, rows, look } = item;
    const name = `${look.name} (${number(rows?.length ?? set.count)})`;
    const heading = (label: string): LegendItem => ({ key: id, sign: { form: 'none' }, label: `${name}${label}` });
    switch (look.display) {
      case 'points': {
        if (hasColumnColour(item)) {
          return [
            heading(`: ${titleIn(set, look.colourBy?.column ?? '')}`),
            ...columnLegend(i18n, item, theme).map(
              ({ key, colour, label, count }, at): LegendItem => ({
                key: `${id}-${key}`,
                sign: signOf(item, colour, key === String(at) ? at : null),
                label: `${label} (${count})`,
              }),
            ),
          ];
        }
        if (look.colour !== 'cluster')
          return [{ key: id, sign: signOf(item, SET_SHADES[theme][look.colour], null), label: name }];
        const dots = shownRowsOf(item).clusters.map(
          (cluster): LegendItem => ({
            key: `${id}-${cluster}`,
            sign: signOf(item, CLUSTER_COLOURS[theme][cluster], CLUSTER_OR_CROSS_IDS.indexOf(cluster)),
            label: clusterName(i18n, state.clusters, cluster),
          }),
        );
        return [heading(''), ...dots];
      }
      case 'hexagons': {
        const count = hexagonsOf(item, zoomOf(state));
        const few = fewWords(i18n, count);
        const open = [...(few === '' ? [] : [few]), ...openWords(i18n, count)].join(' · ');
        return [
          heading(`: ${hexagonTitle(i18n, count)}${open === '' ? '' : ` (${open})`}`),
          ...count.classes.map((each, at) => swatch(id, at, classWords(i18n, count, each))),
        ];
      }
      case 'heat': {
        const most = DENSITY_PER_KM2 * (surfaceOf(item)?.most ?? 0);
        const last = ramp.length - 1;
        return [
          heading(`: ${t('legendDensity', { m: smoothingOf(item) })}`),
          swatch(id, Math.round(last / 2), number(most / 2, 1)),
          swatch(id, last, number(most, 1)),
        ];
      }
    }
  };
  return [...sets].reverse().flatMap((item) => [...rowsOf(item), ...sizeRows(item, i18n), ...labelRows(item, i18n)]);
}
