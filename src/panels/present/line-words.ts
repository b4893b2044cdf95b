/** A line of time in words: rows, what their stretches and marks mean, and all of it for who cannot see it. */
import type { LineChart } from '../../domain/line-layout.ts';
import { runsOf, type TimeLine, type TimeRow } from '../../domain/line-of-time.ts';
import type { Status } from '../../domain/vocabulary.ts';
import type { I18n } from '../../i18n/index.ts';
import { eventWords, slippageWords } from '../shared/milestone-words.ts';

type Stretch = LineChart['rows'][number]['stretches'][number];
type Look = Stretch['look'];

/** Told apart in greyscale; what is unknown is said. */
const LOOKS: Readonly<Record<Status, Look>> = {
  operating: 'fill',
  'under-construction': 'pale',
  planned: 'outline',
  suspended: 'pale-outline',
  ended: 'pale-outline',
  unknown: 'unknown',
};
/** In the order of the legend. */
const STATUSES = ['operating', 'under-construction', 'planned', 'suspended', 'ended', 'unknown'] as const;

/** @param what the record or the cluster */
export function lineWords(i18n: I18n, line: TimeLine, what: string): LineChart {
  const { t, number } = i18n;
  const statuses = new Set(line.rows.flatMap(({ states }) => states));
  const drawn = STATUSES.filter((status) => statuses.has(status));
  const notes = [
    t('lineNote', { last: String(line.last) }),
    ...(line.rows.some(({ marks }) => marks.length > 0) ? [t('lineMarks')] : []),
    ...(line.more > 0 ? [t('lineMore', { n: number(line.more) })] : []),
  ];
  return {
    ...{ form: 'line', title: t('lineTitle', { what }), from: line.first, to: line.end, lit: null },
    rows: line.rows.map((row) => ({
      name: nameOf(i18n, row),
      said: datesOf(i18n, row),
      spoken: spokenOf(i18n, row, line.first),
      stretches: runsOf(row.states, line.first).map(
        ({ status, from, to }): Stretch => ({ from, to: to + 1, look: LOOKS[status] }),
      ),
      marks: row.marks,
    })),
    keys: drawn.map((status) => ({ look: LOOKS[status], name: statusWords(i18n, status) })),
    note: notes.join(i18n.lang === 'en' ? '; ' : '；'),
  };
}

const statusWords = ({ t }: I18n, status: Status): string =>
  status === 'unknown' ? t('yearUnknown') : t(`status.${status}`);

function nameOf(i18n: I18n, { name }: TimeRow): string {
  if ('site' in name) return i18n.name(name.site);
  return name.step === null ? i18n.t('lineStates') : eventWords(i18n, name.step);
}

/** Plans beside what came, and how far apart; a record's own dates stand on its line alone. */
function datesOf(i18n: I18n, { name }: TimeRow): string {
  if ('site' in name || name.step === null) return '';
  const { planned, actual, slipped } = name.step;
  return [
    ...actual.map(({ date = '' }) => i18n.date(date)),
    ...planned.map(({ plannedDate = '' }) => i18n.t('milestonePlanned', { date: i18n.date(plannedDate) })),
    ...(slipped === null ? [] : [slippageWords(i18n, slipped)]),
  ].join(' · ');
}

function spokenOf(i18n: I18n, { states }: TimeRow, first: number): string {
  const runs = runsOf(states, first).map(({ status, from, to }) => {
    const years = from === to ? String(from) : `${from}–${to}`;
    return `${years}: ${statusWords(i18n, status)}`;
  });
  return runs.length === 0 ? '' : i18n.list(runs, 'semicolon');
}
