/** Each criterion with its scale in numbers, the weight in force, and where its value comes from. */
import {
  FIT_SCORES,
  LOCATED_SCALE,
  PLACE_SCALES,
  RECENT_SCALE,
  STATUS_SCORES,
  WORD_SCORES,
} from '../../analysis/invest/scales.ts';
import { type BuiltInCriterion, CRITERION_IDS, isPlaceCriterion } from '../../analysis/invest/types.ts';
import type { I18n } from '../../i18n/index.ts';
import { useApp } from '../../state/app.ts';
import type { Finder } from '../../state/invest/finder.ts';
import { TableScroll } from '../../ui/table.tsx';
import { criterionWords, ownNames } from './criterion-text.ts';

export function MethodScales({ finder }: { readonly finder: Finder }) {
  const { i18n } = useApp();
  const { t, number } = i18n.value;
  const { weights } = finder.weights.value;
  return (
    <section class="wide-section">
      <h3>{t('methodScales')}</h3>
      <p>{t('methodScalesText')}</p>
      <TableScroll label={t('methodScales')}>
        <table class="wide-table method-table">
          <thead>
            <tr>
              <th scope="col">{t('methodCriterion')}</th>
              <th scope="col">{t('methodWeight')}</th>
              <th scope="col">{t('methodBest')}</th>
              <th scope="col">{t('methodWorst')}</th>
              <th scope="col">{t('methodNotes')}</th>
            </tr>
          </thead>
          <tbody>
            {CRITERION_IDS.map((id) => (
              <tr key={id}>
                <th scope="row">{criterionWords(i18n.value, id)}</th>
                <td class="tabular">{number(weights.get(id) ?? 0)}</td>
                <ScaleCells id={id} />
                <td>{t(`methodHow.${id}`)}</td>
              </tr>
            ))}
            {finder.own.value.map(({ id, sets, low, high, lessIsBetter }) => (
              <tr key={id}>
                <th scope="row">{criterionWords(i18n.value, id, ownNames(finder))}</th>
                <td class="tabular">{number(weights.get(id) ?? 0)}</td>
                <td class="tabular">{number(lessIsBetter ? low : high)}</td>
                <td class="tabular">{number(lessIsBetter ? high : low)}</td>
                <td>
                  {sets.join(', ')}: {t('methodOwn')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </section>
  );
}

/** Two numbers of a straight line, or a short list over both columns. */
function ScaleCells({ id }: { readonly id: BuiltInCriterion }) {
  const { i18n } = useApp();
  const ends = scaleEnds(i18n.value, id);
  return typeof ends === 'string' ? (
    <td colSpan={2}>{ends}</td>
  ) : (
    <>
      <td class="tabular">{ends[0]}</td>
      <td class="tabular">{ends[1]}</td>
    </>
  );
}

export function scaleEnds({ t, number, distance }: I18n, id: BuiltInCriterion): string | readonly [string, string] {
  const metres = ({ best, worst }: { best: number; worst: number }) =>
    [`≤ ${distance(best, best)}`, `≥ ${distance(worst, worst)}`] as const;
  if (id === 'neighbours') return [`≥ ${number(PLACE_SCALES[id].best)}`, number(PLACE_SCALES[id].worst)];
  if (isPlaceCriterion(id)) return metres(PLACE_SCALES[id]);
  switch (id) {
    case 'cluster':
      return t('methodFit', FIT_SCORES);
    case 'focus':
      return t('methodWords', WORD_SCORES);
    case 'status':
      return t('methodStatus', {
        ...{ operating: STATUS_SCORES.operating, building: STATUS_SCORES['under-construction'] },
        planned: STATUS_SCORES.planned,
      });
    case 'recent':
      return [t('methodYears', { n: RECENT_SCALE.best }), t('methodYears', { n: RECENT_SCALE.worst })];
    case 'located':
      return metres(LOCATED_SCALE);
    case 'district':
      return t('methodDistrict');
  }
}
