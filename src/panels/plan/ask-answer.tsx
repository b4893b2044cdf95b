/** The answer: counts as certain to possible, the list with the reasons, and the nearest as ranges. */
import { useEffect, useMemo } from 'preact/hooks';
import { type Answer, CERTAIN } from '../../analysis/answer.ts';
import { tally } from '../../analysis/tally.ts';
import { isDatumAssumed, textAt } from '../../domain/point-set.ts';
import type { Ask } from '../../state/address/plan-address.ts';
import { useApp } from '../../state/app.ts';
import { isFiltered } from '../../state/filter.ts';
import type { AskedSet } from '../../state/plan/answer.ts';
import { Note, Section } from '../../ui/pieces.tsx';
import { CsvButton } from '../shared/csv-button.tsx';
import { AskCounts, rangeWords } from './ask-counts.tsx';
import { AskList, type ListedRows, listRows } from './ask-list.tsx';
import { AskNearest } from './ask-nearest.tsx';

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
  const counts = useMemo(
    () => (answer === null || asked === undefined ? null : tally(asked.counted, answer)),
    [asked, answer],
  );
  const announced =
    counts === null ? '' : `${rangeWords(t, counts.total)} ${t('askRecords', { n: rangeWords(t, counts.total) })}`;
  useEffect(() => onAnswer(announced), [announced]);

  if (asked === undefined) return <p class="boot">{t('loading')}</p>;
  if (answer === null || counts === null)
    return (
      <Section title={t('askAnswer')}>
        <Note tone="warning">{t('askNoPosition')}</Note>
      </Section>
    );
  const groups = listRows(ask, asked, answer);
  const imported = state.imports.value?.sets.value ?? [];
  const chosen = answers.value?.imported.value?.id ?? null;
  const sites = state.visibleSites.value;
  return (
    <>
      <Section title={t('askAnswer')} aside={<AnswerCsv asked={asked} answer={answer} groups={groups} />}>
        {imported.length > 0 && (
          <label class="ask-field">
            {t('askOf')}
            <select
              value={chosen ?? REGISTER}
              onChange={({ currentTarget: { value } }) => state.actions.askSet(value === REGISTER ? null : value)}
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
        {asked.rows !== undefined && (
          <Note>{t('askFiltered', { n: number(asked.rows.length), total: number(asked.counted.set.count) })}</Note>
        )}
        <AskCounts tally={counts} ask={ask} />
      </Section>
      <AskList asked={asked} groups={groups} />
      <AskNearest ask={ask} asked={asked} />
    </>
  );
}

function AnswerCsv({
  asked: { counted, idOf },
  answer,
  groups,
}: {
  readonly asked: AskedSet;
  readonly answer: Answer;
  readonly groups: readonly ListedRows[];
}) {
  const { i18n } = useApp();
  const { t } = i18n.value;
  const { datum } = counted.set;
  // The verdicts hang on it, and a file outlives the note beside them.
  const assumed = datum !== undefined && isDatumAssumed(counted.set) ? [datum.taken] : [];
  return (
    <CsvButton
      table="ask"
      title={t('askAnswer')}
      rows={() => [
        ['id', t('names'), t('askVerdict'), t('askReason'), ...assumed.map(() => t('receiptDatum'))],
        ...groups.flatMap(({ rows, why }) =>
          Array.from(rows, (row) => [
            idOf?.(row) ?? String(row + 1),
            textAt(counted.set.label, row),
            t(answer.verdict[row] === CERTAIN ? 'askCertain' : 'askPossible'),
            why === null ? '' : t(why),
            ...assumed.map((taken) => t('datumAssumed', { datum: t(`datum.${taken}`) })),
          ]),
        ),
      ]}
    />
  );
}
