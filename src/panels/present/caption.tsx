/** What a stop says on the stage: every line stands where the layout puts it, so that a room sees what is printed. */
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { formatDistance } from '../../domain/format.ts';
import type { Site } from '../../domain/site.ts';
import type { StageFrame } from '../../domain/stage-frame.ts';
import { layoutColumn, type StopContent } from '../../domain/stage-layout.ts';
import { lookTarget } from '../../domain/tour.ts';
import type { Tour, TourStop } from '../../domain/tour-schema.ts';
import { CLUSTER_OR_CROSS_IDS, type ClusterOrCross } from '../../domain/vocabulary.ts';
import { type App, useApp } from '../../state/app.ts';
import { shownSets } from '../../state/imports/shown-sets.ts';
import { Mark } from '../../ui/mark.tsx';
import { clusterName } from '../shared/phrases.ts';
import { ColumnWords, Lines, setAt } from './column-words.tsx';
import { createMeasure } from './measure.ts';
import { placed } from './placed.ts';
import { saidOf } from './said.ts';

interface CaptionProps {
  readonly stop: TourStop;
  readonly tour: Tour;
  readonly frame: StageFrame;
}

export function Caption({ stop, tour, frame }: CaptionProps) {
  const app = useApp();
  const { i18n } = app;
  useFonts();
  const sets = useSetLegend(app);
  const legend = legendOf(app, stop, frame, sets);
  const content: StopContent = {
    ...saidOf(app, tour, stop),
    legend: legend.items.map(({ label }) => label),
    remarks: legend.remarks,
    foot: [],
    mark: '',
  };
  const { column, inner, unit, upright } = frame;
  const layout = layoutColumn(content, inner, unit, createMeasure());
  return (
    <div class={`stage-caption ${upright ? 'is-under' : ''}`} style={placed(column)}>
      <div class="stage-words-box" style={{ transform: `translate(${-column.x}px, ${-column.y}px)` }}>
        <ColumnWords layout={layout} content={content} live />
        <ul class="stage-legend" aria-label={i18n.value.t('legendShort')}>
          {legend.items.map(({ key, sign }, at) => {
            const place = layout.legend[at];
            return place === undefined ? null : (
              <li key={key}>
                <span class="stage-sign" style={placed(place.sign)}>
                  {sign}
                </span>
                <span style={setAt({ role: 'remarks', ...place.text })}>
                  <Lines block={{ role: 'remarks', ...place.text }} />
                </span>
              </li>
            );
          })}
          {layout.blocks
            .filter(({ role }) => role === 'remarks')
            .map((block) => (
              <li key="remarks" class="stage-legend-words" style={setAt(block)}>
                <Lines block={block} />
              </li>
            ))}
        </ul>
      </div>
    </div>
  );
}

/** Text is measured anew when a font has come. */
function useFonts(): void {
  const [, again] = useState(0);
  useEffect(() => {
    const come = () => again((n) => n + 1);
    if (!('fonts' in document)) return;
    document.fonts.addEventListener('loadingdone', come);
    return () => document.fonts.removeEventListener('loadingdone', come);
  }, []);
}

/** At a latitude in degrees, of tiles of 512 px. */
const metresPerPx = (lat: number, zoom: number) => (40_075_017 * Math.cos((lat * Math.PI) / 180)) / 512 / 2 ** zoom;

/** The error of a position is drawn as a circle, which nobody sees as one where it is larger than what is left of the screen. */
function fillsScreen(site: Site, stop: TourStop, state: App['state'], frame: StageFrame): boolean {
  const target = lookTarget(stop.look, state.things.value);
  const { scale = 1 } = state.present.stageSize.value ?? {};
  if (site.position === null || site.radiusM === null || target.kind === 'city') return false;
  const zoom = target.kind === 'camera' ? target.camera.zoom : target.maxZoom + Math.log2(Math.max(1, scale));
  return 2 * site.radiusM > metresPerPx(site.position[1], zoom) * Math.min(frame.room.w, frame.room.h);
}

interface StageLegend {
  readonly items: readonly { readonly key: string; readonly sign: ComponentChildren; readonly label: string }[];
  readonly remarks: readonly string[];
}

type SetLegend = typeof import('./set-legend.tsx');

/** How own sets on the map are drawn; its code comes with the first of them. */
function useSetLegend(app: App): StageLegend['items'] {
  const [code, setCode] = useState<SetLegend | null>(null);
  const sets = shownSets(app.state);
  const isAny = sets.length > 0;
  useEffect(() => {
    if (isAny && code === null) import('./set-legend.tsx').then(setCode, app.state.actions.notify);
  }, [isAny]);
  return code === null ? [] : code.setLegend(app, sets);
}

/** The marks of what stands out on the map now. */
function legendOf({ state, i18n }: App, stop: TourStop, frame: StageFrame, sets: StageLegend['items']): StageLegend {
  const { t } = i18n.value;
  const emphasised = state.emphasised.value;
  const standing = state.visibleSites.value.filter(
    (site) => site.position !== null && (emphasised === null || emphasised.has(site.id)),
  );
  const { selection } = state.mapContent.value;
  const chosen = selection?.entity === 'site' ? standing.filter(({ id }) => id === selection.id) : standing;
  const drawn = (id: ClusterOrCross) => chosen.some((site) => site.industryCluster === id);
  // What shows everything names every cluster, also one of which nothing is drawn.
  const all = emphasised === null && selection === null && stop.show.clusters === null && stop.show.districts === null;
  return {
    items: [
      ...sets,
      ...CLUSTER_OR_CROSS_IDS.filter((id) => drawn(id) || (all && id !== 'cross')).map((cluster) => {
        const name = clusterName(i18n.value, state.clusters, cluster);
        const sign = <Mark cluster={cluster} theme={state.theme.value} size={24} />;
        return { key: cluster, sign, label: drawn(cluster) ? name : t('legendNone', { cluster: name }) };
      }),
    ],
    remarks: [
      ...(stop.show.radii ? [t('legendRadius')] : []),
      ...chosen
        .filter((site) => selection?.entity === 'site' && fillsScreen(site, stop, state, frame))
        .map(({ radiusM }) => t('legendTint', { distance: formatDistance(radiusM ?? 0, i18n.value.lang) })),
      ...(emphasised !== null && standing.length < state.visibleSites.value.length ? [t('legendPale')] : []),
    ],
  };
}
