/** What a stop says: a title, at most two lines, one figure, what the map shows, and where it comes from. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { findClause, policyWith } from '../../domain/policy.ts';
import { titleSize } from '../../domain/tour.ts';
import { resolveFigure, type ShownFigure } from '../../domain/tour-figure.ts';
import type { TourStop } from '../../domain/tour-schema.ts';
import { CLUSTER_OR_CROSS_IDS, type ClusterOrCross } from '../../domain/vocabulary.ts';
import { type App, useApp } from '../../state/app.ts';
import { presentationOf } from '../../state/present/presentation.ts';
import { Mark } from '../../ui/mark.tsx';
import { Mixed } from '../shared/mixed-script.tsx';
import { clusterName } from '../shared/phrases.ts';
import { Chart } from './chart.tsx';
import { chartOfStop } from './chart-words.ts';
import { FigureView, figureWords } from './figure.tsx';
import { StopPicture } from './stop-picture.tsx';

/** The figure of a stop as it is now; null where it has none. */
export function figureOf(app: App, stop: TourStop): ShownFigure | null {
  return stop.figure === null
    ? null
    : resolveFigure(stop.figure, presentationOf(app).world.value, app.state.statistics.value);
}

export function Caption({ stop, tour }: { readonly stop: TourStop; readonly tour: string }) {
  const app = useApp();
  const { state, i18n } = app;
  const title = i18n.value.text(stop.title);
  const words = i18n.value.text(stop.words);
  const figure = figureOf(app, stop);
  const chart = chartOfStop(app, stop);
  const { box, said } = useFit([title, words, figure, stop, state.present.stageSize.value]);
  return (
    <div class="stage-caption" ref={box}>
      <p class="stage-tour">
        <Mixed text={tour} />
      </p>
      <div class="stage-said" aria-live="polite" ref={said}>
        <h2
          class={`stage-title ${title.includes(' ') ? 'has-parts' : ''}`}
          style={{ fontSize: `calc(var(--v) * ${(5.4 * titleSize(title)).toFixed(2)})` }}
        >
          <Mixed text={title} />
        </h2>
        {words !== '' && (
          <p class="stage-words">
            <Mixed text={words} />
          </p>
        )}
        {figure !== null && <FigureView words={figureWords(i18n.value, figure)} />}
        {stop.image !== null && <StopPicture image={stop.image} />}
        {chart !== null && <Chart chart={chart} />}
      </div>
      <div class="stage-foot">
        <StageLegend stop={stop} />
        <p class="stage-source">
          {i18n.value.t('sources')}: <Mixed text={sourceOf(app, stop, figure)} verbatim />
        </p>
      </div>
    </div>
  );
}

/** The type steps down until all is in its room: words are never cut. */
const STEPS = [1, 0.92, 0.84, 0.76, 0.68, 0.6, 0.52];
const SMALLEST_WITH_CHART = 0.84;

function useFit(changing: readonly unknown[]) {
  const box = useRef<HTMLDivElement>(null);
  const said = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const [outer, inner] = [box.current, said.current];
    if (outer === null || inner === null) return;
    const fits = (step: number) => {
      outer.style.setProperty('--step', String(step));
      return inner.scrollHeight <= inner.clientHeight + 1 && outer.scrollHeight <= outer.clientHeight + 1;
    };
    // A chart goes before the words would be small.
    outer.classList.remove('has-no-chart');
    if (STEPS.filter((step) => step >= SMALLEST_WITH_CHART).some(fits)) return;
    outer.classList.add('has-no-chart');
    STEPS.some(fits);
  }, [...changing]);
  return { box, said };
}

/** One line that says where the figure, or else what is shown, comes from. */
export function sourceOf({ state, i18n }: App, stop: TourStop, figure: ShownFigure | null): string {
  const { t, text, date, verbatim } = i18n.value;
  const { base } = state;
  if (figure?.kind === 'own') {
    const source = text(figure.source).trim();
    return source === '' ? t('sourceOwnNone') : t('sourceOwn', { source });
  }
  if (figure?.kind === 'fact' && figure.source !== null) {
    const { title, publisher, date: printed } = figure.source;
    return [title, publisher, printed === undefined ? undefined : date(printed)]
      .filter((part) => part !== undefined)
      .join(' · ');
  }
  const clauseId =
    stop.show.clause ?? (stop.figure?.from === 'units' ? stop.figure.id : figure?.kind === 'target' ? '1.2' : null);
  const policy = clauseId === null ? undefined : policyWith(base.policies, clauseId);
  const cited =
    figure?.kind === 'target'
      ? base.policy.clauses.find(({ cite }) => cite === figure.cite)
      : policy === undefined || clauseId === null
        ? undefined
        : findClause(policy, clauseId);
  if (cited !== undefined) {
    const { title, titleEn } = policy ?? base.policy;
    return t('sourcePolicy', { title: verbatim(title, titleEn), cite: cited.cite });
  }
  return t('sourceRegister', { version: base.version.data });
}

/** The marks of what stands out on the map now. */
function StageLegend({ stop }: { readonly stop: TourStop }) {
  const { state, i18n } = useApp();
  const { t } = i18n.value;
  const emphasised = state.emphasised.value;
  const standing = state.visibleSites.value.filter(
    (site) => site.position !== null && (emphasised === null || emphasised.has(site.id)),
  );
  const { selection } = state.mapContent.value;
  const chosen = selection?.entity === 'site' ? standing.filter(({ id }) => id === selection.id) : standing;
  const drawn = (id: ClusterOrCross) => chosen.some((site) => site.industryCluster === id);
  // What shows everything names every cluster, also one of which nothing is drawn.
  const all = emphasised === null && stop.show.clusters === null && stop.show.districts === null;
  const clusters = CLUSTER_OR_CROSS_IDS.filter((id) => drawn(id) || (all && id !== 'cross'));
  return (
    <ul class={`stage-legend ${clusters.length > 4 ? 'is-long' : ''}`} aria-label={t('legendShort')}>
      {clusters.map((id) => (
        <li key={id}>
          <Mark cluster={id} theme={state.theme.value} size={24} />
          {drawn(id)
            ? clusterName(i18n.value, state.clusters, id)
            : t('legendNone', { cluster: clusterName(i18n.value, state.clusters, id) })}
        </li>
      ))}
      {stop.show.radii && <li class="stage-legend-words">{t('legendRadius')}</li>}
      {emphasised !== null && standing.length < state.visibleSites.value.length && (
        <li class="stage-legend-words">{t('legendPale')}</li>
      )}
    </ul>
  );
}
