/** Shade: one number by district on the map, one year at a time, its classes and sources stated. */

import { useEffect } from 'preact/hooks';
import { CLASS_METHODS, type ClassMethod } from '../../analysis/classify.ts';
import { factWords } from '../../i18n/fact.ts';
import type { Shade } from '../../state/address/plan-address.ts';
import { useApp } from '../../state/app.ts';
import { ownChoices } from '../../state/plan/own-shade.ts';
import { type ShadeView, shadeKeys } from '../../state/plan/shade-view.ts';
import { LinkButton, Note, Section } from '../../ui/pieces.tsx';
import { Disagreeing } from '../shared/disagreeing.tsx';
import { HowCounted } from '../shared/how-counted.tsx';
import { PanelHead } from '../shared/panel-head.tsx';
import { SourceLine } from '../shared/source-line.tsx';
import { LegendRows } from './shade-legend.tsx';
import { ownTitle, shadeHeading, shadeTitle, valueWords } from './shade-words.ts';
import './plan.css';

export default function ShadePanel() {
  const { state, i18n, need } = useApp();
  const { t, text } = i18n.value;
  const { plan, actions } = state;
  useEffect(() => need.statistics(), []);
  const shade = plan.shade.value;
  const own = plan.ownShade.value;
  const view = plan.shadeView.value;
  const choices = ownChoices(state.imports.value?.visible.value ?? []);
  const shadedSet = state.imports.value?.visible.value.find(({ id }) => id === own?.setId);
  const statistics = state.statistics.value;
  if (statistics === null) return <p class="boot">{t('loading')}</p>;
  const set = (change: Partial<Shade>) => shade !== null && actions.setShade({ ...shade, ...change });
  const method = shade?.method ?? own?.method ?? 'natural';
  const choose = (key: string) => {
    const choice = choices.find((known) => known.key === key);
    if (choice !== undefined) actions.setOwnShade({ ...choice.shade, method });
    else actions.setShade(key === '' ? null : { key, year: null, method });
  };
  const chooseMethod = (next: ClassMethod) =>
    own === null ? set({ method: next }) : actions.setOwnShade({ ...own, method: next });
  const label = (key: string, figureKey: string | null, perKm2: boolean) => {
    const figure = statistics.figures.find((f) => f.key === figureKey && f.scope.entity === 'district');
    return {
      key,
      words: shadeTitle(i18n.value, {
        key: { key, figureKey, perKm2 },
        figures: figure === undefined ? [] : [figure],
        own: null,
      }),
    };
  };
  return (
    <article class="panel shade-panel" aria-label={t('planShade')}>
      <PanelHead title={t('planShade')} kicker={t('planTitle')} />
      <Section title={t('shadeWhat')}>
        <label class="ask-field">
          {t('shadeWhat')}
          <select value={view?.key.key ?? ''} onChange={(event) => choose(event.currentTarget.value)}>
            <option value="">{t('shadeNone')}</option>
            {shadeKeys(statistics).map(({ key, figureKey, perKm2 }) => {
              const { words } = label(key, figureKey, perKm2);
              return (
                <option key={key} value={key}>
                  {words}
                </option>
              );
            })}
            {choices.map(({ key, column }) => (
              <option key={key} value={key}>
                {ownTitle(i18n.value, column)}
              </option>
            ))}
          </select>
        </label>
        {view !== null && view.years.length > 0 && (
          <label class="ask-field">
            {t('shadeYear')}
            <select value={view.year ?? 'undated'} onChange={(event) => set({ year: event.currentTarget.value })}>
              {view.years.map(({ year, districts }) => (
                <option key={year} value={year ?? 'undated'}>
                  {t('shadeYearOf', { year: year ?? t('shadeUndated'), n: districts })}
                </option>
              ))}
            </select>
          </label>
        )}
        {view !== null && (
          <label class="ask-field">
            {t('shadeMethod')}
            <select
              value={view.classes.method}
              onChange={(event) =>
                chooseMethod(CLASS_METHODS.find((m) => m === event.currentTarget.value) ?? 'natural')
              }
            >
              {CLASS_METHODS.map((method) => (
                <option key={method} value={method}>
                  {t(`method.${method}`)}
                </option>
              ))}
            </select>
          </label>
        )}
        {view !== null && (
          <p>
            <LinkButton onClick={() => actions.setShade(null)}>{t('shadeNone')}</LinkButton>
          </p>
        )}
      </Section>
      {view !== null && (
        <>
          <Section title={shadeHeading(i18n.value, view)}>
            <LegendRows view={view} />
            <Note>{t(`methodWhat.${view.classes.method}`)}</Note>
            {view.classes.classes.length > 0 && view.classes.classes.length < 4 && (
              <Note>{t('shadeFewer', { n: view.classes.classes.length })}</Note>
            )}
            {view.key.figureKey === null && view.own === null && <Note>{t('shadeCountNote')}</Note>}
            {view.key.perKm2 && <Note>{t('shadeAreaNote')}</Note>}
            {shadedSet !== undefined && <Disagreeing item={shadedSet} />}
          </Section>
          <Section title={t('shadeTable')} aside={<HowCounted />}>
            <Values view={view} />
          </Section>
          {view.figures.length > 0 && (
            <Section title={t('sources')}>
              <ul class="shade-sources">
                {[...new Set(view.figures.map(({ source }) => source))].map((id) => (
                  <li key={id}>
                    <SourceLine source={statistics.sources[id]} />
                  </li>
                ))}
              </ul>
              {view.figures
                .flatMap(({ note }) => (note === undefined ? [] : [text(note)]))
                .filter((note, i, all) => all.indexOf(note) === i)
                .map((note) => (
                  <Note key={note}>{note}</Note>
                ))}
            </Section>
          )}
        </>
      )}
    </article>
  );
}

function Values({ view }: { readonly view: ShadeView }) {
  const { state, i18n } = useApp();
  const { t, number } = i18n.value;
  // A density, a mean or a share comes with the records behind it.
  const hasBehind = view.behind !== null && (view.key.perKm2 || view.own !== null);
  return (
    <table class="ask-table">
      <caption class="visually-hidden">{t('shadeTable')}</caption>
      {hasBehind && (
        <thead>
          <tr>
            <td />
            <th scope="col" class="is-number">
              {t('sumValue')}
            </th>
            <th scope="col" class="is-number">
              {t('shadeBehind')}
            </th>
          </tr>
        </thead>
      )}
      <tbody>
        {view.values.map(({ district, value, why, figures }) => (
          <tr key={district}>
            <th scope="row">
              <LinkButton onClick={() => state.actions.select({ entity: 'district', id: district })}>
                {t(`district.${district}`)}
              </LinkButton>
            </th>
            <td class="tabular">
              {value === null ? (
                <span class="muted">
                  {view.own === null ? t(`noValue.${why ?? 'not-stated'}`) : t('shadeOwnNone')}
                  {figures.map((figure) => ` (${factWords(i18n.value, figure)})`).join('')}
                </span>
              ) : (
                valueWords(i18n.value, view, district, value)
              )}
            </td>
            {hasBehind && <td class="tabular muted">{number(view.behind.get(district) ?? 0)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
