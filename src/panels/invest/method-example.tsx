/** Two candidates worked out step by step, from the very numbers that rank them: one with all its values, one without. */
import { useSignal } from '@preact/signals';
import { type LinearScale, LOCATED_SCALE, linear, PLACE_SCALES, RECENT_SCALE } from '../../analysis/invest/scales.ts';
import { highScore } from '../../analysis/invest/score.ts';
import {
  type CriterionId,
  type CriterionValue,
  isPlaceCriterion,
  type RankedCandidate,
  type Said,
} from '../../analysis/invest/types.ts';
import type { I18n } from '../../i18n/index.ts';
import { useApp } from '../../state/app.ts';
import type { Finder } from '../../state/invest/finder.ts';
import { TableScroll } from '../../ui/table.tsx';
import { Mixed } from '../shared/mixed-script.tsx';
import { criterionWords, ownNames, rankWords, valueWords } from './criterion-text.ts';

export function MethodExample({ finder }: { readonly finder: Finder }) {
  const { t } = useApp().i18n.value;
  const { candidates } = finder.ranking.value;
  // What is removed or little known is no example to begin with, but can be worked out.
  const gaps = candidates.filter(({ score, knownShare }) => score !== null && knownShare < 1);
  return (
    <>
      <Worked finder={finder} title={t('methodExample')} label={t('methodExampleOf')} candidates={candidates} />
      {gaps.length === 0 ? (
        <section class="wide-section">
          <h3>{t('methodGap')}</h3>
          <p>{t('methodGapNone')}</p>
        </section>
      ) : (
        <Worked finder={finder} title={t('methodGap')} label={t('methodGapOf')} candidates={gaps} />
      )}
    </>
  );
}

function Worked(props: {
  readonly finder: Finder;
  readonly title: string;
  readonly label: string;
  readonly candidates: readonly RankedCandidate[];
}) {
  const { state, i18n } = useApp();
  const { t, name } = i18n.value;
  const { finder, title, candidates } = props;
  const chosen = useSignal<string | null>(null);
  const one = candidates.find(({ site }) => site.id === chosen.value) ?? candidates[0];
  if (one === undefined) return null;
  return (
    <section class="wide-section">
      <h3>{title}</h3>
      <p>
        <label class="example-choice">
          <span>{props.label}</span>
          <select value={one.site.id} onChange={(event) => (chosen.value = event.currentTarget.value)}>
            {candidates.map(({ site }) => (
              <option key={site.id} value={site.id}>
                {name(site)}
              </option>
            ))}
          </select>
        </label>
      </p>
      <TableScroll label={title}>
        <table class="wide-table method-table">
          <thead>
            <tr>
              <th scope="col">{t('methodCriterion')}</th>
              <th scope="col">{t('methodSaid')}</th>
              <th scope="col">{t('methodScore')}</th>
              <th scope="col">{t('methodWeight')}</th>
              <th scope="col">{t('methodProduct')}</th>
            </tr>
          </thead>
          <tbody>
            {one.parts.map(({ criterion, weight }) => {
              const value = one.values.get(criterion);
              if (value === undefined) return null;
              return (
                <tr key={criterion} class={value.known ? '' : 'is-unknown-row'}>
                  <th scope="row">{criterionWords(i18n.value, criterion, ownNames(finder))}</th>
                  <td>
                    <Mixed text={valueWords(i18n.value, state, value)} />
                    <Middle value={value} />
                  </td>
                  <td class="tabular">
                    {workedScore(i18n.value, criterion, value)}
                    {value.known && value.over !== undefined && isPlaceCriterion(criterion) && (
                      <Points over={value.over} scale={PLACE_SCALES[criterion]} said={value.said} />
                    )}
                  </td>
                  <td class="tabular">{weight}</td>
                  <td class="tabular">{value.known ? (weight * value.score).toFixed(3) : '–'}</td>
                </tr>
              );
            })}
          </tbody>
          <ExampleSum one={one} />
        </table>
      </TableScroll>
      <Result one={one} />
    </section>
  );
}

/** `more`: what the products are more where the unknown is at its best. */
function sums({ parts, values }: RankedCandidate) {
  let [known, all, products, more] = [0, 0, 0, 0];
  for (const { criterion, weight } of parts) {
    const value = values.get(criterion);
    all += weight;
    more += weight * (highScore(value) - (value?.known === true ? value.score : 0));
    if (value?.known !== true) continue;
    known += weight;
    products += weight * value.score;
  }
  return { known, all, products, more };
}

function ExampleSum({ one }: { readonly one: RankedCandidate }) {
  const { t } = useApp().i18n.value;
  const { known, products } = sums(one);
  return (
    <tfoot>
      <tr>
        <th scope="row" colSpan={3}>
          {t('methodSum')}
        </th>
        <td class="tabular">{known}</td>
        <td class="tabular">{products.toFixed(3)}</td>
      </tr>
    </tfoot>
  );
}

function Result({ one }: { readonly one: RankedCandidate }) {
  const { i18n } = useApp();
  const { t } = i18n.value;
  const { known, all, products, more } = sums(one);
  if (one.score === null) return <p>{t('notRanked')}</p>;
  return (
    <>
      <p class="method-result tabular">
        {t('methodResult', { sum: products.toFixed(3), weight: String(all), score: one.score.toFixed(1) })}
      </p>
      {more > 0 && one.scoreHigh !== null && (
        <p class="method-result tabular">
          {t('methodResultHigh', {
            sum: products.toFixed(3),
            unknown: Number.isInteger(more) ? String(more) : more.toFixed(3),
            weight: String(all),
            score: one.scoreHigh.toFixed(1),
          })}
        </p>
      )}
      <p class="tabular">
        {t('methodKnown', { known: String(known), all: String(all), share: (100 * one.knownShare).toFixed(0) })} ·{' '}
        {rankWords(i18n.value, one)}
      </p>
    </>
  );
}

function scaleOf(criterion: CriterionId): LinearScale | null {
  return criterion === 'recent' ? RECENT_SCALE : criterion === 'located' ? LOCATED_SCALE : null;
}

const shownAt = (value: number, said: Said) =>
  said.kind === 'distance' ? `${(value / 1000).toFixed(3)} km` : String(value);

/** The value in the middle of the errors, which the range of a value does not show. */
function Middle({ value }: { readonly value: CriterionValue }) {
  const { t } = useApp().i18n.value;
  if (!value.known || value.over === undefined || !('min' in value.said)) return null;
  const { said } = value;
  return <span class="small muted tabular"> · {t('methodMiddle', { value: shownAt(said.value, said) })}</span>;
}

/** The value at each point of the disc, with what the scale makes of it. */
function Points(props: { readonly over: readonly number[]; readonly scale: LinearScale; readonly said: Said }) {
  const { t } = useApp().i18n.value;
  const { over, scale, said } = props;
  return (
    <details class="also small">
      <summary>{t('methodPoints', { n: over.length })}</summary>
      <p>{t('methodPointsOf')}</p>
      <ol class="method-points">
        {over.map((value, i) => (
          <li key={i}>
            {shownAt(value, said)} → {linear(scale, value).toFixed(3)}
          </li>
        ))}
      </ol>
    </details>
  );
}

/** The score with its arithmetic: a mean over the disc, or where it lies on a straight line, between its ends. */
function workedScore({ t }: I18n, criterion: CriterionId, value: CriterionValue): string {
  if (!value.known) return '–';
  const score = value.score.toFixed(3);
  if (value.over !== undefined) return t('methodMean', { n: value.over.length, score });
  const scale = scaleOf(criterion);
  const { said } = value;
  if (scale === null || !('value' in said) || said.kind === 'number' || value.score <= 0 || value.score >= 1)
    return score;
  const metres = said.kind === 'radius';
  const shown = (n: number) => (metres ? (n / 1000).toFixed(3) : said.kind === 'years' ? n.toFixed(2) : String(n));
  const whole = (n: number) => String(metres ? n / 1000 : n);
  return t('methodLinear', { value: shown(said.value), best: whole(scale.best), worst: whole(scale.worst), score });
}
