/** The answer: counts as certain to possible, the list with the reasons, and the nearest as ranges. */
import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { type Answer, among, CERTAIN } from '../../analysis/answer.ts';
import { countedImport } from '../../analysis/counted-set.ts';
import { registerSet } from '../../analysis/register-set.ts';
import { tally } from '../../analysis/tally.ts';
import { textAt } from '../../domain/point-set.ts';
import type { Ask } from '../../state/address/plan-address.ts';
import { useApp } from '../../state/app.ts';
import { isFiltered } from '../../state/filter.ts';
import { measured } from '../../state/timing.ts';
import { Note, Section } from '../../ui/pieces.tsx';
import { CsvButton } from '../shared/csv-button.tsx';
import { AskCounts, rangeWords } from './ask-counts.tsx';
import { AskList, type ListedRows, listRows } from './ask-list.tsx';
import { AskNearest } from './ask-nearest.tsx';
import { type AskedSet, answerTo } from './ask-question.ts';

interface AnswerProps {
  readonly ask: Ask;
  /** Told in words how many were found; the empty string where the question has no place to be asked of. */
  readonly onAnswer: (words: string) => void;
}

export function AskAnswer({ ask, onAnswer }: AnswerProps) {
  const { state, i18n } = useApp();
  const { t, number } = i18n.value;
  const { base, plan } = state;
  const source = useSignal('register');
  const imported = state.imports.value?.sets.value ?? [];
  const own = ask.kind === 'radius' && ask.around.entity === 'site' ? ask.around.id : null;
  const sites = state.visibleSites.value;
  const chosen = imported.find(({ id }) => id === source.value);
  const asked = useMemo((): AskedSet => {
    if (chosen !== undefined) return { counted: countedImport(chosen.set), idOf: null, rows: chosen.rows };
    // What a circle is drawn around is not within it.
    const counted = registerSet(
      sites.filter((site) => site.id !== own),
      t('register'),
    );
    return { counted, idOf: (row) => counted.ids[row] ?? '', rows: undefined };
  }, [sites, own, chosen]);
  const found = useMemo(
    () => measured('query', () => answerTo(base, state.siteById.value, asked.counted, ask)),
    [asked, ask, state.siteById.value],
  );
  const answer = found === null ? null : among(found, asked.rows);
  const counts = answer === null ? null : tally(asked.counted, answer);
  const said = counts === null ? '' : `${rangeWords(t, counts.total)} ${t('askRecords')}`;
  useEffect(() => onAnswer(said), [said]);

  useEffect(() => {
    const { idOf } = asked;
    plan.answered.value =
      answer === null || idOf === null
        ? null
        : new Set([...(own === null ? [] : [own]), ...Array.from(answer.possible, idOf)]);
  }, [asked, ask]);
  useEffect(() => {
    return () => {
      if (plan.ask.peek() === null) plan.answered.value = null;
    };
  }, []);

  if (answer === null || counts === null)
    return (
      <Section title={t('askAnswer')}>
        <Note tone="warning">{t('askNoPosition')}</Note>
      </Section>
    );
  const groups = listRows(ask, asked, answer);
  return (
    <>
      <Section title={t('askAnswer')} aside={<AnswerCsv asked={asked} answer={answer} groups={groups} />}>
        {imported.length > 0 && (
          <label class="ask-field">
            {t('askOf')}
            <select value={source.value} onChange={(event) => (source.value = event.currentTarget.value)}>
              <option value="register">{t('register')}</option>
              {imported.map(({ id, look }) => (
                <option key={id} value={id}>
                  {look.name}
                </option>
              ))}
            </select>
          </label>
        )}
        {isFiltered(state.filters.value) && chosen === undefined && (
          <Note>{t('askFiltered', { n: number(sites.length), total: number(state.sites.value.length) })}</Note>
        )}
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
  return (
    <CsvButton
      table="ask"
      title={t('askAnswer')}
      rows={() => [
        ['id', t('names'), t('askVerdict'), t('askReason')],
        ...groups.flatMap(({ rows, why }) =>
          Array.from(rows, (row) => [
            idOf?.(row) ?? String(row + 1),
            textAt(counted.set.label, row),
            t(answer.verdict[row] === CERTAIN ? 'askCertain' : 'askPossible'),
            why === null ? '' : t(why),
          ]),
        ),
      ]}
    />
  );
}
