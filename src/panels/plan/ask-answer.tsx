/** The answer: counts as certain to possible, the list with the reasons, and the nearest as ranges. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import { type Answer, NO } from '../../analysis/answer.ts';
import { type ColumnSums, columnSums } from '../../analysis/column-sums.ts';
import { shareInside } from '../../analysis/shape-share.ts';
import { radiusAt } from '../../analysis/spatial-index.ts';
import { tally } from '../../analysis/tally.ts';
import { type MeasureColumn, measureColumns } from '../../domain/column-values.ts';
import { isDatumAssumed, textAt, wholeGeometries } from '../../domain/point-set.ts';
import type { Ask } from '../../state/address/plan-address.ts';
import { useApp } from '../../state/app.ts';
import type { AppState } from '../../state/app-state.ts';
import { isFiltered } from '../../state/filter.ts';
import { type AskedSet, outlineOf, shapeAsked } from '../../state/plan/answer.ts';
import { blurredShare, isSpreadLoaded, loadSpread } from '../../state/plan/border-spread.ts';
import type { OwnShape } from '../../state/plan/own-question.ts';
import { Note, Section } from '../../ui/pieces.tsx';
import { CsvButton } from '../shared/csv-button.tsx';
import { Disagreeing } from '../shared/disagreeing.tsx';
import { rangeWords } from '../shared/range-words.ts';
import { AskCounts } from './ask-counts.tsx';
import { AskList, type ListedRows, listRows, type RangeOf, rangeCells, verdictWord } from './ask-list.tsx';
import { AskNearest } from './ask-nearest.tsx';
import AskOutlines from './ask-outlines.tsx';
import { AskSums, type Measure, sumCells } from './ask-sums.tsx';
import { questionWords } from './question-words.ts';

/** Stands for the register among the ids of imported sets. */
const REGISTER = 'register';

interface AnswerProps {
  readonly ask: Ask;
  /** Told in words how many were found; the empty string where the question has no place to be asked of. */
  readonly onAnswer: (words: string) => void;
}

export function AskAnswer({ ask, onAnswer }: AnswerProps) {
  const { state, i18n } = useApp();
  const { t, number } = i18n.value;
  const { answers } = state.plan;
  const answer = answers.value?.answer.value ?? null;
  const asked = answers.value?.asked.value;
  const own = answers.value?.own.value ?? null;
  const counts = useMemo(
    () => (answer === null || asked === undefined ? null : tally(asked.counted, answer)),
    [asked, answer],
  );
  const hasPartly = (answer?.partly.length ?? 0) > 0;
  useEffect(() => {
    if (hasPartly) loadSpread().catch(state.actions.notify);
  }, [hasPartly]);
  const isSpread = isSpreadLoaded.value;
  const [measure, setMeasure] = useState<Measure>({ column: null, byShare: false });
  const summed = useMemo(
    () =>
      asked === undefined || answer === null
        ? null
        : sumsOf(asked, answer, measure, answer.partly.length === 0 ? null : blurredOf(state, ask, shapeAsked(own))),
    [asked, answer, measure, ask, own, isSpread],
  );
  const announced =
    counts === null
      ? ''
      : `${rangeWords(i18n.value, counts.total)} ${t('askRecords', { n: rangeWords(i18n.value, counts.total) })}`;
  useEffect(() => onAnswer(announced), [announced]);

  if (asked === undefined || own === 'pending') return <p class="boot">{t('loading')}</p>;
  if (answer === null || counts === null || summed === null)
    return (
      <Section title={t('askAnswer')}>
        <Note tone="warning">{t(own === null ? 'askNoPosition' : own === 'gone' ? 'askOwnGone' : 'askOwnLine')}</Note>
      </Section>
    );
  const groups = listRows(ask, asked, answer);
  const imported = state.imports.value?.sets.value ?? [];
  const chosenSet = answers.value?.imported.value ?? null;
  const chosen = chosenSet?.id ?? null;
  const sites = state.visibleSites.value;
  return (
    <>
      <Section
        title={t('askAnswer')}
        aside={
          <AnswerCsv ask={ask} asked={asked} answer={answer} groups={groups} summed={summed} withRange={isSpread} />
        }
      >
        {imported.length > 0 && (
          <label class="ask-field">
            {t('askOf')}
            <select
              value={chosen ?? REGISTER}
              onChange={({ currentTarget: { value } }) => state.imports.value?.count(value === REGISTER ? null : value)}
            >
              <option value={REGISTER}>{t('register')}</option>
              {imported.map(({ id, look }) => (
                <option key={id} value={id}>
                  {look.name}
                </option>
              ))}
            </select>
          </label>
        )}
        {isFiltered(state.filters.value) && chosen === null && (
          <Note>{t('askFiltered', { n: number(sites.length), total: number(state.sites.value.length) })}</Note>
        )}
        {asked.idOf === null && isDatumAssumed(asked.counted.set) && <Note tone="warning">{t('askDatumAssumed')}</Note>}
        {asked.askedWith !== undefined && <Note>{t('askOwnLeft')}</Note>}
        {asked.isFiltered && asked.rows !== undefined && (
          <Note>{t('askFiltered', { n: number(asked.rows.length), total: number(asked.counted.set.count) })}</Note>
        )}
        <AskCounts tally={counts} ask={ask} isOwn={asked.idOf === null} />
        {asked.idOf === null && chosenSet !== null && <Disagreeing item={chosenSet} />}
        <AskSums
          columns={summed.columns}
          sums={summed.sums}
          summable={summed.chosen?.summable !== false}
          partly={summed.partly}
          measure={measure}
          onMeasure={setMeasure}
        />
      </Section>
      <AskList asked={asked} groups={groups} rangeOf={summed.rangeOf} />
      {asked.idOf !== null && <AskOutlines ask={ask} />}
      <AskNearest ask={ask} asked={asked} />
    </>
  );
}

/** What is summed over an answer. */
interface Summed {
  readonly columns: readonly MeasureColumn[];
  /** The column that is summed: its numbers, a row each. */
  readonly chosen: MeasureColumn | null;
  readonly sums: ColumnSums | null;
  readonly partly: number;
  readonly rangeOf: RangeOf;
}

/** The outline of the question, and how well it is known: a district's border, the place of an own area; a drawn one is exact. */
function blurredOf({ base, things }: AppState, ask: Ask, own: OwnShape | null) {
  const outline = outlineOf(base, things.value, ask, own)?.geometry;
  if (outline === undefined) return null;
  const { accuracyMetres, doubtful } = base.version.boundaries.districts;
  if (ask.kind === 'area') return { outline, accuracyMetres, doubtful };
  return { outline, accuracyMetres: own?.radiusM ?? 0, doubtful: [] };
}

/** Only the user's own columns are summed: the register's figures are each of its own year and unit. */
function sumsOf(
  { counted, idOf, rows }: AskedSet,
  answer: Answer,
  { column, byShare }: Measure,
  question: ReturnType<typeof blurredOf>,
): Summed {
  const geometries = wholeGeometries(counted.set);
  const measures = idOf === null ? measureColumns(counted.set) : [];
  const chosen = measures.find(({ name }) => name === column) ?? null;
  const rangeOf: RangeOf = (row) =>
    question === null || geometries === undefined
      ? null
      : blurredShare(question, radiusAt(counted.set, row), (area) => shareInside(geometries, row, area));
  const weight = byShare && question !== null && chosen?.summable !== false ? { shareOf: rangeOf } : {};
  return {
    columns: measures.filter(({ name }, at) => measures.findIndex((each) => each.name === name) === at),
    chosen,
    sums: chosen === null ? null : columnSums({ counted, answer, values: chosen.values, rows, ...weight }),
    partly: question === null ? 0 : answer.partly.length,
    rangeOf,
  };
}

function AnswerCsv({
  ask,
  asked: { counted, idOf },
  answer,
  groups,
  summed: { chosen, sums, rangeOf },
  withRange,
}: {
  readonly ask: Ask;
  readonly asked: AskedSet;
  readonly answer: Answer;
  readonly groups: readonly ListedRows[];
  readonly summed: Summed;
  /** What the errors leave open of a share is known. */
  readonly withRange: boolean;
}) {
  const { state, i18n } = useApp();
  const { t } = i18n.value;
  const shareColumns = <T,>(three: readonly T[]): readonly T[] =>
    answer.partly.length === 0 ? [] : withRange ? three : three.slice(0, 1);
  const { datum } = counted.set;
  // The verdicts hang on it, and a file outlives the note beside them.
  const assumed = datum !== undefined && isDatumAssumed(counted.set) ? [datum.taken] : [];
  return (
    <CsvButton
      table="ask"
      title={t('askAnswer')}
      rows={() => [
        [
          ...['id', t('names'), t('askQuestion'), t('askVerdict'), t('askReason')],
          ...shareColumns([t('askShare'), t('askShareLeast'), t('askShareMost')]),
          ...assumed.map(() => t('receiptDatum')),
          ...(chosen === null ? [] : [chosen.name]),
        ],
        ...groups.flatMap(({ rows, why, title }) =>
          Array.from(rows, (row) => [
            idOf?.(row) ?? String(row + 1),
            textAt(counted.set.label, row),
            questionWords(i18n.value, state, ask),
            t(verdictWord(answer.verdict[row] ?? NO)),
            why === null ? '' : t(why),
            ...shareColumns(title === 'askPartly' ? rangeCells(rangeOf(row)) : [null, null, null]),
            ...assumed.map((taken) => t('datumAssumed', { datum: t(`datum.${taken}`) })),
            ...(chosen === null ? [] : [numberOrNull(chosen.values[row])]),
          ]),
        ),
        ...(chosen === null || sums === null ? [] : sumCells(i18n.value, chosen.name, sums, chosen.summable)),
      ]}
    />
  );
}

const numberOrNull = (value: number | undefined) => (value === undefined || Number.isNaN(value) ? null : value);
