/** What was found: certain, possible and possible by area only, each apart and with its reason. */
import { type Answer, CERTAIN, INSIDE, POSSIBLE } from '../../analysis/answer.ts';
import type { ShareRange } from '../../analysis/border-spread.ts';
import type { CountedSet } from '../../analysis/counted-set.ts';
import { labelAt } from '../../domain/point-set.ts';
import type { MessageKey } from '../../i18n/index.ts';
import type { Ask } from '../../state/address/plan-address.ts';
import { useApp } from '../../state/app.ts';
import type { AskedSet } from '../../state/plan/answer.ts';
import { Note, Section } from '../../ui/pieces.tsx';
import { spreadWords } from '../shared/measures.ts';
import { SiteLinks } from '../shared/site-links.tsx';

export interface ListedRows {
  readonly title: MessageKey;
  /** Why its rows are possible and not certain, or what their certainty rests on; null where they state it. */
  readonly why: MessageKey | null;
  readonly rows: Uint32Array;
}

/** A longer list is for a file. */
const MOST_ROWS = 200;

/** How sure a verdict is. */
export function verdictWord(verdict: number): MessageKey {
  return verdict === CERTAIN ? 'askCertain' : verdict === INSIDE ? 'askInside' : 'askPossible';
}

/** Why a row that is not certain may be in the district or town. */
function areaReason(
  { set, townsOf, districtsOf }: CountedSet,
  isTown: boolean,
  byTownArea: ReadonlySet<number>,
): (row: number) => MessageKey {
  const disagreeing = new Set(set.located?.disagreeing);
  return (row) => {
    if (disagreeing.has(row)) return 'whyDisagree';
    if (byTownArea.has(row)) return 'whyTownAreaOpen';
    const towns = isTown ? townsOf(row).length : 0;
    if (isTown) return towns === 0 ? 'whyNoTown' : towns > 1 ? 'whySeveralTowns' : 'whyTownDistrict';
    if (!districtsOf(row).known) return 'whyNone';
    return set.located === undefined ? 'whySeveral' : 'whyBorder';
  };
}

/** Of what states nothing there is the least to say: it comes last. */
const isLast = (why: MessageKey) => why === 'whyNone' || why === 'whyNoTown';

/** Rows by their reason. */
function grouped(title: MessageKey, rows: Uint32Array, reasonOf: (row: number) => MessageKey): ListedRows[] {
  const byReason = new Map<MessageKey, number[]>();
  for (const row of rows) {
    const why = reasonOf(row);
    const same = byReason.get(why) ?? [];
    same.push(row);
    byReason.set(why, same);
  }
  return [...byReason]
    .sort(([a], [b]) => Number(isLast(a)) - Number(isLast(b)))
    .map(([why, same]) => ({ title, why, rows: Uint32Array.from(same) }));
}

/** The groups that hold a row. */
export function listRows(ask: Ask, { counted }: AskedSet, answer: Answer): ListedRows[] {
  const areaOnly = new Set(answer.byAreaOnly);
  const partly = new Set(answer.partly);
  const at = (verdict: number) =>
    answer.possible.filter((row) => answer.verdict[row] === verdict && !areaOnly.has(row) && !partly.has(row));
  const byTownArea = new Set(answer.byTownArea);
  const reasonOf = ask.kind === 'area' ? areaReason(counted, ask.area.entity === 'town', byTownArea) : null;
  const outside = ask.kind === 'radius' ? 'whyCircle' : 'whyOutline';
  const groups: ListedRows[] = [
    { title: 'askCertain', why: null, rows: answer.certain.filter((row) => !byTownArea.has(row)) },
    { title: 'askCertain', why: 'whyTownArea', rows: answer.certain.filter((row) => byTownArea.has(row)) },
    ...grouped('askInside', at(INSIDE), reasonOf ?? (() => 'whyInside')),
    ...grouped('askPossible', at(POSSIBLE), reasonOf ?? (() => outside)),
    { title: 'askPartly', why: 'whyPartly', rows: answer.partly },
    { title: 'askAreaOnly', why: 'whyAreaOnly', rows: answer.byAreaOnly },
  ];
  return groups.filter(({ rows }) => rows.length > 0);
}

/** Share of a row's line or area that lies in the question, and what it may be; null of a point, or without an outline. */
export type RangeOf = (row: number) => ShareRange | null;

/** Share, least and most, for a file. */
export const rangeCells = (range: ShareRange | null): readonly (number | null)[] =>
  range === null ? [null, null, null] : [range.share, range.least, range.most];

interface ListProps {
  readonly asked: AskedSet;
  readonly groups: readonly ListedRows[];
  readonly rangeOf: RangeOf;
}

export function AskList({ asked: { counted, idOf }, groups, rangeOf }: ListProps) {
  const { i18n } = useApp();
  const { t, number } = i18n.value;
  const shareWords = (range: ShareRange | null) => (range === null ? '' : spreadWords(i18n.value, range));
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
                <li key={row}>
                  {labelAt(counted.set, row)}
                  {title === 'askPartly' && <span class="tabular muted"> {shareWords(rangeOf(row))}</span>}
                </li>
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
