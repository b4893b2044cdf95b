/** What a stop says, in the language of the interface: the same words for the stage, pictures, pages and slides. */
import { isChinese } from '../../domain/format.ts';
import { findClause, policyWith } from '../../domain/policy.ts';
import { clauseText } from '../../domain/policy-text.ts';
import type { StopContent } from '../../domain/stage-layout.ts';
import { chartRefOf } from '../../domain/tour-chart.ts';
import { isValue, resolveFigure, type ShownFigure } from '../../domain/tour-figure.ts';
import type { Tour, TourStop } from '../../domain/tour-schema.ts';
import type { App } from '../../state/app.ts';
import { setHere } from '../../state/imports/shown-sets.ts';
import { presentationOf } from '../../state/present/presentation.ts';
import { chartOfStop } from './chart-words.ts';
import { type FigureWords, figureWords } from './figure-words.ts';

/** The figure of a stop as it is now; null where it has none that is a value, or the author's own is not written yet. */
export function figureOf(app: App, stop: TourStop): ShownFigure | null {
  if (stop.figure?.from === 'set') return rowsOf(app, stop.figure.id);
  if (stop.figure?.from === 'own' && app.i18n.value.text(stop.figure.value).trim() === '') return null;
  return stop.figure === null || !isValue(stop.figure)
    ? null
    : resolveFigure(stop.figure, presentationOf(app).world.value, app.state.statistics.value);
}

/** Whether the stop is of a set that this device has not, and has no other figure to show. */
function lacksSet({ state }: App, { show, figure }: TourStop): boolean {
  const id = figure?.from === 'set' ? figure.id : figure === null ? show.set?.id : undefined;
  return id !== undefined && setHere(state, id) === 'gone';
}

/** What is said in the place of a figure where the set is another device's. */
function setGone({ i18n }: App, { show }: TourStop): FigureWords {
  const { t } = i18n.value;
  return { value: t('setGone'), label: t('setGoneWhy', { name: show.set?.name ?? '' }), known: false };
}

/** Rows of a set that pass its filter; null while the device is asked for it, or where it has none. */
function rowsOf({ state }: App, id: string): ShownFigure | null {
  const item = setHere(state, id);
  if (item === 'pending') return null;
  if (item === 'gone') return { kind: 'unknown', of: 'set' };
  return { kind: 'rows', n: item.rows?.length ?? item.set.count, name: item.look.name };
}

/**
 * It shows nothing of the register or of a set, and so stands on no source: a number of the author's own that is not
 * written yet is none, and a chart that goes with the figure is none without it.
 */
const isWordsAlone = (stop: TourStop, figure: ShownFigure | null): boolean =>
  stop.show.clusters?.length === 0 &&
  stop.show.set === null &&
  stop.show.shade === null &&
  (stop.figure === null || (stop.figure.from === 'own' && figure === null)) &&
  chartRefOf(stop) === null;

/** All but the legend and what a picture carries beside it. */
export function saidOf(
  app: App,
  tour: Pick<Tour, 'title'>,
  stop: TourStop,
): Omit<StopContent, 'legend' | 'remarks' | 'foot' | 'mark'> {
  const { text, t } = app.i18n.value;
  const figure = figureOf(app, stop);
  return {
    tour: text(tour.title),
    title: text(stop.title),
    words: text(stop.words),
    quote: stop.figure?.from === 'clause' ? quoteOf(app, stop.figure.id) : null,
    figure: lacksSet(app, stop) ? setGone(app, stop) : figure === null ? null : figureWords(app.i18n.value, figure),
    image: stop.image === null ? null : { ...stop.image, alt: text(stop.image.alt) },
    chart: chartOfStop(app, stop),
    source: isWordsAlone(stop, figure) ? '' : `${t('sources')}: ${sourceOf(app, stop, figure)}`,
  };
}

/**
 * A clause verbatim, with the sites that it names, and in English what it says in short, where somebody has written
 * that; null where no document has it.
 */
function quoteOf({ state, i18n }: App, id: string): StopContent['quote'] {
  const policy = policyWith(state.base.policies, id);
  const clause = policy === undefined ? undefined : findClause(policy, id);
  if (policy === undefined || clause === undefined) return null;
  const { lang, t } = i18n.value;
  if (!isChinese(lang) && clause.brief !== null)
    return { text: t('clauseInShort', { brief: clause.brief.en }), verbatim: false, named: [] };
  const named = policy.mentions
    .filter((mention) => mention.entity === 'site' && mention.clause === id)
    .map(({ start, end }) => [start - clause.start, end - clause.start] as const)
    .sort((a, b) => a[0] - b[0]);
  return { text: clauseText(policy, clause), verbatim: true, named };
}

/** One line that says where the figure, or else what is shown, comes from. */
export function sourceOf({ state, i18n }: App, stop: TourStop, figure: ShownFigure | null): string {
  const { t, text, date, verbatim } = i18n.value;
  const { base } = state;
  if (figure?.kind === 'rows' || (figure === null && stop.show.set !== null))
    return t('sourceSet', { name: figure?.name ?? stop.show.set?.name ?? '' });
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
  const of = stop.figure?.from === 'units' || stop.figure?.from === 'clause' ? stop.figure.id : null;
  const clauseId = stop.show.clause ?? of ?? (figure?.kind === 'target' ? '1.2' : null);
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

/** What the notes of a stop stand on: its source, the words that name its site, how the site was placed, remarks. */
export function sourcesOf(app: App, stop: TourStop): string[] {
  const { state, i18n } = app;
  const { text } = i18n.value;
  const { selection } = stop.show;
  const target =
    stop.figure?.from === 'target' ? state.clusters.find(({ id }) => id === targetOf(stop))?.target : undefined;
  const site = selection?.entity === 'site' ? state.siteById.value.get(selection.id) : undefined;
  const quoted = (clause: string, quote: string) => {
    const policy = policyWith(state.base.policies, clause);
    const cite = policy === undefined ? clause : (findClause(policy, clause)?.cite ?? clause);
    return `${cite}：“${quote}”`;
  };
  return [
    sourceOf(app, stop, figureOf(app, stop)),
    ...(target === undefined ? [] : [quoted(target.clause, target.quote)]),
    ...(site?.mentions.map(({ clause, quote }) => quoted(clause, quote)) ?? []),
    ...(site === undefined ? [] : [text(site.location.how), ...site.notes.map(text)]),
  ];
}

const targetOf = ({ figure }: TourStop) => (figure?.from === 'target' ? figure.id : null);
