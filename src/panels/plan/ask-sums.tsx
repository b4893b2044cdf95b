/** Of a column of the user's own: sum, share, mean and median over the rows of an answer, each with its n. */
import { useId } from 'preact/hooks';
import type { ColumnSums, Spread } from '../../analysis/column-sums.ts';
import type { Range } from '../../analysis/tally.ts';
import type { Cell } from '../../data/export/csv.ts';
import type { MeasureColumn } from '../../domain/column-values.ts';
import type { MeasureKind } from '../../domain/measures.ts';
import { plainLine } from '../../domain/plain-line.ts';
import type { I18n } from '../../i18n/index.ts';
import { useApp } from '../../state/app.ts';
import { Note } from '../../ui/pieces.tsx';
import { rangeWords } from '../shared/range-words.ts';
import { MEASURE_WORDS, measureSpreadWords, plainFigure } from './measure-words.ts';

/** What the user chose to be summed. */
export interface Measure {
  /** Name of the column; null for none. */
  readonly column: string | null;
  /** Lines and areas that are partly inside count by their share. */
  readonly byShare: boolean;
}

interface SumLine {
  readonly kind: MeasureKind;
  readonly spread: Spread;
}

/** A quotient is never summed: what is said of it is the mean of what is known. */
function linesOf({ sum, share, mean, median }: ColumnSums, summable: boolean): SumLine[] {
  const line = (kind: MeasureKind, spread: Spread | null): SumLine[] => (spread === null ? [] : [{ kind, spread }]);
  return [
    ...line('sum', summable ? sum : null),
    ...line('share', summable ? share : null),
    ...line('mean', mean),
    ...line('median', median),
  ];
}

interface SumsProps {
  /** Columns of the set that measure something. */
  readonly columns: readonly Pick<MeasureColumn, 'name' | 'title'>[];
  readonly measure: Measure;
  readonly onMeasure: (next: Measure) => void;
  readonly sums: ColumnSums | null;
  /** Whether a sum of the column says anything. */
  readonly summable: boolean;
  /** Lines and areas that are partly inside and can be counted by their share. */
  readonly partly: number;
}

export function AskSums({ columns, measure, onMeasure, sums, summable, partly }: SumsProps) {
  const { i18n } = useApp();
  const { t, number } = i18n.value;
  const id = useId();
  if (columns.length === 0) return null;
  return (
    <div class="ask-sums">
      <label class="ask-field">
        {t('sumOf')}
        <select
          value={String(columns.findIndex(({ name }) => name === measure.column))}
          onChange={({ currentTarget: { value } }) =>
            onMeasure({ ...measure, column: columns[Number(value)]?.name ?? null })
          }
        >
          <option value="-1">{t('sumNone')}</option>
          {columns.map(({ name, title }, at) => (
            <option key={name} value={String(at)}>
              {plainLine(title)}
            </option>
          ))}
        </select>
      </label>
      {sums !== null && summable && partly > 0 && (
        <>
          <label class="ask-check">
            <input
              type="checkbox"
              checked={measure.byShare}
              aria-describedby={`${id}share`}
              onChange={({ currentTarget: { checked } }) => onMeasure({ ...measure, byShare: checked })}
            />
            {t('sumByShare', { n: partly })}
          </label>
          <p class="small muted" id={`${id}share`}>
            {t(measure.byShare ? 'sumByShareOn' : 'sumByShareOff')}
          </p>
        </>
      )}
      {sums !== null && (
        <>
          <table class="ask-table">
            <caption>{plainLine(measure.column ?? '')}</caption>
            <thead>
              <tr>
                <td />
                <th scope="col" class="is-number">
                  {t('sumValue')}
                </th>
                <th scope="col" class="is-number">
                  {t('sumRows')}
                </th>
              </tr>
            </thead>
            <tbody>
              {linesOf(sums, summable).map(({ kind, spread }) => (
                <tr key={kind}>
                  <th scope="row">{t(MEASURE_WORDS[kind])}</th>
                  <td class="tabular">{measureSpreadWords(i18n.value, spread.middle, spread, kind)}</td>
                  <td class="tabular muted">{rangeWords(i18n.value, sums.rows)}</td>
                </tr>
              ))}
              <tr>
                <th scope="row">{t('sumMissing')}</th>
                <td />
                <td class="tabular">{rangeWords(i18n.value, sums.missing)}</td>
              </tr>
            </tbody>
          </table>
          <Note>
            {summable
              ? t('sumNote', {
                  total: plainFigure(i18n.value, sums.total.sum),
                  n: sums.total.rows,
                  missing: number(sums.total.missing),
                })
              : t('sumQuotient', { n: sums.total.rows, missing: number(sums.total.missing) })}
          </Note>
        </>
      )}
    </div>
  );
}

/** The same lines for a file, as plain numbers: with the point inside, least, greatest, and the rows of each. */
export function sumCells({ t }: I18n, column: string, sums: ColumnSums, summable: boolean): Cell[][] {
  const counts = ({ certain, inside, possible }: Range): Cell[] => [inside, certain, possible];
  return [
    [],
    [column, t('sumMiddle'), t('sumLeast'), t('sumGreatest')],
    ...linesOf(sums, summable).map(({ kind, spread: { least, middle, greatest } }): Cell[] => [
      t(MEASURE_WORDS[kind]),
      middle,
      least,
      greatest,
    ]),
    [t('sumRows'), ...counts(sums.rows)],
    [t('sumMissing'), ...counts(sums.missing)],
    ...(summable ? [[t('sumTotal'), sums.total.sum]] : []),
  ];
}
