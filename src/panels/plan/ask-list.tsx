/** What was found: certain, possible and possible by area only, each apart and with its reason. */
import { type Answer, CERTAIN } from '../../analysis/answer.ts';
import { labelAt } from '../../domain/point-set.ts';
import type { MessageKey } from '../../i18n/index.ts';
import type { Ask } from '../../state/address/plan-address.ts';
import { useApp } from '../../state/app.ts';
import type { AskedSet } from '../../state/plan/answer.ts';
import { Note, Section } from '../../ui/pieces.tsx';
import { SiteLinks } from '../shared/site-links.tsx';

export interface ListedRows {
  readonly title: MessageKey;
  /** Why its rows are possible and not certain; null for the certain ones. */
  readonly why: MessageKey | null;
  readonly rows: Uint32Array;
}

/** A longer list is for a file. */
const MOST_ROWS = 200;

/** The groups that hold a row. */
export function listRows(ask: Ask, { counted }: AskedSet, answer: Answer): ListedRows[] {
  const areaOnly = new Set(answer.byAreaOnly);
  const possible = answer.possible.filter((row) => answer.verdict[row] !== CERTAIN && !areaOnly.has(row));
  const isTown = ask.kind === 'area' && ask.area.entity === 'town';
  const several = (row: number) =>
    isTown && counted.townsOf(row).length > 0
      ? counted.townsOf(row).length > 1
      : !isTown && counted.districtsOf(row).length > 1;
  const groups: ListedRows[] =
    ask.kind === 'area'
      ? [
          { title: 'askCertain', why: null, rows: answer.certain },
          { title: 'askPossible', why: isTown ? 'whySeveralTowns' : 'whySeveral', rows: possible.filter(several) },
          {
            title: 'askPossible',
            why: isTown ? 'whyNoTown' : 'whyNone',
            rows: possible.filter((row) => !several(row)),
          },
        ]
      : [
          { title: 'askCertain', why: null, rows: answer.certain },
          { title: 'askPossible', why: ask.kind === 'radius' ? 'whyCircle' : 'whyOutline', rows: possible },
          { title: 'askAreaOnly', why: 'whyAreaOnly', rows: answer.byAreaOnly },
        ];
  return groups.filter(({ rows }) => rows.length > 0);
}

export function AskList({
  asked: { counted, idOf },
  groups,
}: {
  readonly asked: AskedSet;
  readonly groups: readonly ListedRows[];
}) {
  const { i18n } = useApp();
  const { t, number } = i18n.value;
  return (
    <Section title={t('askList')}>
      {groups.length === 0 && <Note>{t('askNothing')}</Note>}
      {groups.map(({ title, why, rows }) => (
        <div key={`${title} ${why}`} class="ask-group">
          <h4>
            {t(title)} <span class="tabular muted">{number(rows.length)}</span>
          </h4>
          {why !== null && <Note>{t(why)}</Note>}
          {idOf === null ? (
            <ul class="ask-rows">
              {Array.from(rows.subarray(0, MOST_ROWS), (row) => (
                <li key={row}>{labelAt(counted.set, row)}</li>
              ))}
              {rows.length > MOST_ROWS && <li class="muted">{t('askMore', { n: rows.length - MOST_ROWS })}</li>}
            </ul>
          ) : (
            <SiteLinks ids={Array.from(rows, idOf)} />
          )}
        </div>
      ))}
    </Section>
  );
}
