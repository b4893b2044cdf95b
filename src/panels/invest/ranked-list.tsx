/** Who stands where: ranked ones with their bars, then those of which too little is known, then those outside the limits. */

import { useSignal } from '@preact/signals';
import { type RankedCandidate, type Ranking, SCOPES, SCORE_ENDS } from '../../analysis/invest/types.ts';
import { useApp } from '../../state/app.ts';
import type { Finder } from '../../state/invest/finder.ts';
import { moveWithArrows } from '../../ui/move-with-arrows.ts';
import { LinkButton, Note } from '../../ui/pieces.tsx';
import { districtNames, townNames } from '../shared/phrases.ts';
import { SiteMark } from '../shared/site-mark.tsx';
import { ChooseButtons } from './choose-buttons.tsx';
import {
  criterionList,
  criterionWords,
  knownWords,
  ownNames,
  presetRankWords,
  rankWords,
  scoreText,
  spreadWords,
} from './criterion-text.ts';
import { PartsBar } from './parts-bar.tsx';
import { openCandidate } from './ranked.ts';

export function RankedList({ finder }: { readonly finder: Finder }) {
  const { i18n } = useApp();
  const { t, name, number } = i18n.value;
  const ranking = finder.ranking.value;
  const of = (standing: RankedCandidate['standing']) => ranking.candidates.filter((one) => one.standing === standing);
  const [ranked, little, removed, unasked] = [of('ranked'), of('little-known'), of('removed'), of('unasked')];
  const [places, wide] = SCOPES.map((scope) => ranked.filter((one) => one.scope === scope));
  const [first] = ranked;
  const tied = ranked.filter(({ scope, tiedFirst }) => tiedFirst && scope === first?.scope).length;
  return (
    <div class="ranked-list">
      <header class="panel-head">
        <h2>{t('ranking')}</h2>
        <span class="muted tabular">{t('rankedCount', { n: ranked.length + unasked.length })}</span>
        <span class="visually-hidden" role="status" aria-live="polite">
          {unasked.length > 0
            ? t('notAsked')
            : first === undefined
              ? t('rankNone')
              : tied > 0
                ? t('rankAnnounceTied', { n: ranked.length, tied })
                : t('rankAnnounce', { n: ranked.length, first: name(first.site) })}
        </span>
      </header>
      {ranked.length > 0 && (
        <BarKey pending={ranking.simulation === null && finder.ranges.refining.value?.state !== 'stopped'} />
      )}
      {ranked.length > 0 && <Refining finder={finder} />}
      {ranked.length > 0 && <EndSwitch finder={finder} />}
      {unasked.length > 0 && <Unasked finder={finder} unasked={unasked} />}
      {ranked.length + little.length + unasked.length === 0 && <Note tone="warning">{t('allRemoved')}</Note>}
      <RankedGroup finder={finder} ranked={places ?? []} />
      {wide !== undefined && wide.length > 0 && (
        <section class="list-group" aria-label={t('wideList')}>
          <h3>
            <span>{t('wideList')}</span>
            <span class="tabular muted">{number(wide.length)}</span>
          </h3>
          <p class="bar-key small muted">{t('wideListWhy')}</p>
          <RankedGroup finder={finder} ranked={wide} />
        </section>
      )}
      <Named finder={finder} />
      {little.length > 0 && (
        <section class="list-group" aria-label={t('littleKnown')}>
          <h3>
            <span>{t('littleKnown')}</span>
            <span class="tabular muted">{number(little.length)}</span>
          </h3>
          <p class="bar-key small muted">{t('littleKnownWhy')}</p>
          <RankedRows finder={finder} list={little} />
        </section>
      )}
      {removed.length > 0 && <Removed finder={finder} ranking={ranking} removed={removed} />}
    </div>
  );
}

/** Who could host a plant, without an order that would say who should. */
function Unasked({ finder, unasked }: { readonly finder: Finder; readonly unasked: readonly RankedCandidate[] }) {
  const { t } = useApp().i18n.value;
  return (
    <>
      <Note>{t('notAskedWhy')}</Note>
      <RankedRows finder={finder} list={unasked} />
    </>
  );
}

/** How far the ranges of many candidates are made, with the button that stops it; the same button goes on. */
function Refining({ finder: { ranges } }: { readonly finder: Finder }) {
  const { t } = useApp().i18n.value;
  const refining = ranges.refining.value;
  if (refining === null || refining.state === 'done') return null;
  const { state, draws, of } = refining;
  const running = state === 'running';
  const words = running
    ? t(draws > 0 ? 'refining' : 'refiningFirst', { draws, of })
    : t(draws > 0 ? 'refiningHalted' : 'refiningHaltedFirst', { draws, of });
  return (
    <p class="bar-key small muted">
      <span role="status">{words}</span>{' '}
      <LinkButton onClick={() => (running ? ranges.halt() : ranges.resume())}>
        {t(running ? 'refiningHalt' : 'refiningResume')}
      </LinkButton>
    </p>
  );
}

/** Which end of the scores ranks: what is surely reached, or what may be. */
function EndSwitch({ finder }: { readonly finder: Finder }) {
  const { t } = useApp().i18n.value;
  const { end } = finder.weights.value;
  return (
    <fieldset class="rank-end small">
      <legend>{t('rankEnd')}</legend>
      {SCORE_ENDS.map((each) => (
        <label key={each}>
          <input type="radio" name="rank-end" checked={end === each} onChange={() => finder.setEnd(each)} />
          {t(`rankEnd.${each}`)}
        </label>
      ))}
    </fieldset>
  );
}

/** One list. Several that may be first are said to be several: the order among them is within the errors of their positions. */
function RankedGroup({ finder, ranked }: { readonly finder: Finder; readonly ranked: readonly RankedCandidate[] }) {
  const { t } = useApp().i18n.value;
  const n = ranked.filter(({ tiedFirst }) => tiedFirst).length;
  return (
    <>
      {n > 0 && (
        <Note>
          <b>{t('noClearWinner', { n })}</b> {t('noClearWinnerWhy')}
        </Note>
      )}
      <RankedRows finder={finder} list={ranked} ordered />
    </>
  );
}

/** So many are drawn at once; of thousands nobody reads the rest, and every weight that moves draws them anew. */
const PAGE = 60;

function RankedRows(props: {
  readonly finder: Finder;
  readonly list: readonly RankedCandidate[];
  readonly ordered?: boolean;
}) {
  const { t } = useApp().i18n.value;
  const most = useSignal(PAGE);
  const { finder, list, ordered = false } = props;
  const rows = list.slice(0, most.value).map((one) => <RankedRow key={one.site.id} finder={finder} one={one} />);
  const more = Math.min(PAGE, list.length - rows.length);
  return (
    <>
      {ordered ? <ol class="ranked">{rows}</ol> : <ul class="ranked">{rows}</ul>}
      {more > 0 && (
        <p class="bar-key small muted">
          {t('rowsShown', { shown: rows.length, n: list.length })}{' '}
          <LinkButton onClick={() => (most.value += PAGE)}>{t('rowsMore', { n: more })}</LinkButton>
        </p>
      )}
    </>
  );
}

/** What is named for the product and hosts no plant itself, with where it is. */
function Named({ finder }: { readonly finder: Finder }) {
  const { state, i18n } = useApp();
  const { t, name, number } = i18n.value;
  const named = finder.named.value;
  if (named.length === 0) return null;
  return (
    <details class="list-group is-folded is-named">
      <summary>
        <span>{t('namedFor')}</span>
        <span class="tabular muted">{number(named.length)}</span>
      </summary>
      <p class="bar-key small muted">{t('namedForWhy')}</p>
      <ul class="named-list small">
        {named.map((site) => {
          const towns = townNames(i18n.value, state.things.value.town, site.towns);
          const where = [...(site.districts.length === 0 ? [] : [districtNames(i18n.value, site)]), ...towns];
          return (
            <li key={site.id}>
              <SiteMark site={site} size={16} />
              <LinkButton onClick={() => state.actions.selectSite(site.id)}>{name(site)}</LinkButton>{' '}
              <span class="muted">{where.length === 0 ? t('namedUnplaced') : i18n.value.list(where)}</span>
            </li>
          );
        })}
      </ul>
    </details>
  );
}

/** What a slot of a bar, its fill and its hatching mean. */
function BarKey({ pending }: { readonly pending: boolean }) {
  const { t } = useApp().i18n.value;
  return (
    <p class="bar-key muted">
      <span class="key-swatch is-filled" /> {t('keyScored')} <span class="key-swatch" /> {t('keyLost')}{' '}
      <span class="key-swatch is-unknown" /> {t('keyUnknown')} · {t(pending ? 'rankPending' : 'keyWidth')}
    </p>
  );
}

function Removed(props: {
  readonly finder: Finder;
  readonly ranking: Ranking;
  readonly removed: readonly RankedCandidate[];
}) {
  const { i18n } = useApp();
  const { t, number } = i18n.value;
  const reasons = [...props.ranking.removedBy].map(([id, n]) =>
    t('removedOne', { criterion: criterionWords(i18n.value, id, ownNames(props.finder)), n }),
  );
  return (
    <details class="list-group is-folded">
      <summary>
        <span>{t('removed')}</span>
        <span class="tabular muted">{number(props.removed.length)}</span>
        <span class="small muted">{t('removedWhy', { list: i18n.value.list(reasons) })}</span>
      </summary>
      <RankedRows finder={props.finder} list={props.removed} />
    </details>
  );
}

function RankedRow({ finder, one }: { readonly finder: Finder; readonly one: RankedCandidate }) {
  const { state, i18n } = useApp();
  const { t, name } = i18n.value;
  const { site, rankRange, rank, tiedFirst } = one;
  const spread = spreadWords(i18n.value, one);
  const presets = presetRankWords(i18n.value, finder.presetRanks.value.get(site.id));
  const doubts = one.standing === 'removed' ? one.failed : one.doubtful;
  return (
    <li class={`ranked-row ${state.hovered.value?.id === site.id ? 'is-hovered' : ''}`}>
      <button
        type="button"
        class="ranked-main"
        data-site={site.id}
        aria-current={state.selectedSite.value?.id === site.id ? 'true' : undefined}
        onClick={() => openCandidate(state, one)}
        onKeyDown={(event) => moveWithArrows(event, '.ranked', '.ranked-main')}
        onMouseEnter={() => state.actions.hover({ id: site.id, x: Number.NaN, y: Number.NaN })}
        onMouseLeave={() => state.actions.hover(null)}
      >
        {one.standing !== 'unasked' && (
          <span class="rank-no tabular">
            {rank === null ? (
              <span aria-hidden="true">–</span>
            ) : (
              <span class="rank-own">{tiedFirst ? '=1' : rank}</span>
            )}
            {rank !== null && rankRange !== null && (
              <span class="rank-range" aria-hidden="true">
                {rankRange[0] === rankRange[1] ? `(${rankRange[0]})` : `(${rankRange[0]}–${rankRange[1]})`}
              </span>
            )}
            {rank !== null && <span class="visually-hidden">{rankWords(i18n.value, one)}</span>}
          </span>
        )}
        {one.row === undefined ? <SiteMark site={site} size={16} /> : <span class="row-mark" aria-hidden="true" />}
        <span class="ranked-name">{name(site)}</span>
        {one.standing !== 'unasked' && (
          <span class="ranked-score tabular" title={t('scoreWords', { n: scoreText(i18n.value, one, 1) })}>
            {scoreText(i18n.value, one)}
          </span>
        )}
      </button>
      <div class="ranked-bar">
        {one.standing !== 'unasked' && <PartsBar one={one} own={ownNames(finder)} />}
        {one.row === undefined && <ChooseButtons site={site} />}
      </div>
      {one.standing !== 'unasked' && (
        <p class="ranked-facts muted tabular">
          <span title={t('knownWhy')}>{knownWords(i18n.value, one)}</span>
          {spread !== null && <span title={spread.why}> · {spread.short}</span>}
          {presets !== null && (
            <span class="preset-ranks" title={t('presetRanksWhy')}>
              <span class="visually-hidden">{t('presetRanks')}: </span>
              {presets}
            </span>
          )}
        </p>
      )}
      {doubts.length > 0 && (
        <p class="ranked-doubt small">
          {one.standing === 'removed'
            ? t('removedWhy', { list: criterionList(i18n.value, doubts, ownNames(finder)) })
            : t('doubtful', { list: criterionList(i18n.value, doubts, ownNames(finder)) })}
        </p>
      )}
      <RowsUnder finder={finder} park={site.id} />
    </li>
  );
}

/** Rows of the user's own that name the park, the best first. */
function RowsUnder({ finder, park }: { readonly finder: Finder; readonly park: string }) {
  const { t } = useApp().i18n.value;
  const under = finder.rowsUnder.value.get(park) ?? [];
  if (under.length === 0) return null;
  return (
    <details class="rows-under">
      <summary class="small">{t('rowsUnderPark', { n: under.length })}</summary>
      <RankedRows finder={finder} list={under} />
    </details>
  );
}
