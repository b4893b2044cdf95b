/** What joining a table to a set did: columns that came, keys that found nothing or that stand twice, and what was folded. */
import type { JoinReport, KeyRows, KeySide } from '../../../analysis/key-join.ts';
import type { Cell } from '../../../data/export/csv.ts';
import { FOLDS } from '../../../domain/join-key.ts';
import { plainLine } from '../../../domain/plain-line.ts';
import type { I18n } from '../../../i18n/index.ts';
import { useApp } from '../../../state/app.ts';
import { Note } from '../../../ui/pieces.tsx';
import { CsvButton } from '../../shared/csv-button.tsx';

/** Keys that are shown; all are in the file. */
const LISTED = 20;
/** Numbers of rows that are shown of one key. */
const ROWS_LISTED = 8;

interface Problem {
  readonly side: 'set' | 'table';
  readonly words: 'keysUnmatched' | 'keysDoubledSet' | 'keysDoubledTable' | 'keysBlank';
  readonly keys: readonly KeyRows[];
}

function problemsOf({ join: { set, table } }: JoinReport): Problem[] {
  const of = (side: Problem['side'], { unmatched, doubled, blank }: KeySide): Problem[] => [
    { side, words: 'keysUnmatched', keys: unmatched },
    { side, words: side === 'set' ? 'keysDoubledSet' : 'keysDoubledTable', keys: doubled },
    { side, words: 'keysBlank', keys: blank.length === 0 ? [] : [{ key: '', rows: blank }] },
  ];
  return [...of('table', table), ...of('set', set)].filter(({ keys }) => keys.length > 0);
}

const rowsIn = (keys: readonly KeyRows[]) => keys.reduce((sum, { rows }) => sum + rows.length, 0);

export function JoinReportView({ report, name }: { readonly report: JoinReport; readonly name: string }) {
  const { i18n } = useApp();
  const { t, list } = i18n.value;
  const { join, names, rows, tableName } = report;
  const problems = problemsOf(report);
  const of = ({ side }: Problem) => (side === 'set' ? name : tableName);
  const folds = FOLDS.filter((fold) => join.folded[fold] > 0);
  return (
    <section aria-label={`${t('keysDone')}: ${name}`}>
      <h3>{t('keysDone')}</h3>
      <p role="status">
        {t('keysJoined', { n: join.joined, of: rows.set, name, table: tableName })}{' '}
        {t('keysColumns', { n: names.length, names: list(names.map(plainLine)) })}
      </p>
      <Note>
        {folds.length === 0
          ? t('keysAsTheyStand')
          : t('keysFolded', { how: list(folds.map((fold) => t(`keysFold.${fold}`, { n: join.folded[fold] }))) })}
      </Note>
      {problems.map((problem) => (
        <details key={`${problem.side} ${problem.words}`}>
          <summary>
            {t(problem.words, { n: problem.keys.length, rows: rowsIn(problem.keys), name: of(problem) })}
          </summary>
          <KeyList keys={problem.keys} />
        </details>
      ))}
      {problems.length > 0 && (
        <CsvButton table="join" title={t('keysDone')} rows={() => problemRows(i18n.value, problems, of)} />
      )}
    </section>
  );
}

function KeyList({ keys }: { readonly keys: readonly KeyRows[] }) {
  const { i18n } = useApp();
  const { t, number, list } = i18n.value;
  return (
    <ul class="join-names">
      {keys.slice(0, LISTED).map(({ key, rows }) => (
        <li key={key}>
          <span class="join-text">{key === '' ? t('rowEmpty') : plainLine(key)}</span>{' '}
          <span class="muted small">
            {t(rows.length > ROWS_LISTED ? 'joinRowsMore' : 'joinRows', {
              rows: list(rows.slice(0, ROWS_LISTED).map((row) => number(row + 1))),
              count: rows.length,
            })}
          </span>
        </li>
      ))}
      {keys.length > LISTED && <li class="muted">{t('keysMore', { n: keys.length - LISTED })}</li>}
    </ul>
  );
}

function problemRows({ t }: I18n, problems: readonly Problem[], of: (problem: Problem) => string): Cell[][] {
  return [
    [t('keysSide'), t('keysProblem'), t('keysKey'), t('receiptRow')],
    ...problems.flatMap((problem) =>
      problem.keys.flatMap(({ key, rows }) =>
        rows.map((row): Cell[] => [of(problem), t(`keysShort.${problem.words}`), key, row + 1]),
      ),
    ),
  ];
}
