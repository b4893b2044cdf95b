/** Filters on dates, on values to tick, and on words that a cell holds. */
import { useId, useMemo, useState } from 'preact/hooks';
import { type CategoryCount, categoryCounts } from '../../analysis/column-choices.ts';
import { dateLimit } from '../../analysis/column-filter.ts';
import { areAssumedDates, datesOf, NO_DATE } from '../../domain/column-dates.ts';
import { BLANK_VALUE, type ColumnFilter, type FilterKind } from '../../domain/column-filter.ts';
import { plainLine } from '../../domain/plain-line.ts';
import type { Column } from '../../domain/point-set.ts';
import { useApp } from '../../state/app.ts';
import { BlankToo } from './number-filter.tsx';

interface FieldProps<K extends FilterKind> {
  readonly filter: Extract<ColumnFilter, { kind: K }>;
  readonly onChange: (next: ColumnFilter) => void;
}

interface OfColumn {
  readonly column: Column;
  readonly count: number;
}

export function DateFields({ filter, column, count, onChange }: FieldProps<'date'> & OfColumn) {
  const { i18n } = useApp();
  const { t } = i18n.value;
  const blank = useMemo(
    () => datesOf(column, count)?.reduce((n, date) => n + (date === NO_DATE ? 1 : 0), 0) ?? 0,
    [column, count],
  );
  const isAssumed = useMemo(() => areAssumedDates(column, count), [column, count]);
  return (
    <>
      <div class="data-fields">
        <DateLimit label={t('filterFrom')} value={filter.from} onChange={(from) => onChange({ ...filter, from })} />
        <DateLimit label={t('filterTo')} value={filter.to} onChange={(to) => onChange({ ...filter, to })} />
      </div>
      <p class="small muted">{t('filterDateHint')}</p>
      {isAssumed && <p class="note note-quiet">{t('filterDateAssumed')}</p>}
      {blank > 0 && (
        <BlankToo n={blank} checked={filter.blank} onChange={(next) => onChange({ ...filter, blank: next })} />
      )}
    </>
  );
}

interface LimitProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (next: string) => void;
}

function DateLimit({ label, value, onChange }: LimitProps) {
  const { i18n } = useApp();
  const { t } = i18n.value;
  const id = useId();
  const isWrong = value.trim() !== '' && dateLimit(value) === null;
  return (
    <div class="data-field">
      <label for={id}>{label}</label>
      <input
        id={id}
        value={value}
        placeholder="2024-05"
        aria-invalid={isWrong}
        aria-describedby={isWrong ? `${id}wrong` : undefined}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      {isWrong && (
        <p class="small field-problem" id={`${id}wrong`} role="alert">
          {t('filterDateWrong')}
        </p>
      )}
    </div>
  );
}

/** More values than this are searched. */
const SEARCHED_FROM = 12;
/** Values that are listed at once. */
const LISTED = 100;

export function CategoryFields({ filter, column, count, onChange }: FieldProps<'category'> & OfColumn) {
  const { i18n } = useApp();
  const { t, number } = i18n.value;
  const [words, setWords] = useState('');
  const all = categoryCounts(column, count);
  const chosen = new Set(filter.values);
  const wanted = words.trim().toLowerCase();
  const found = wanted === '' ? all : all.filter(({ value }) => value.toLowerCase().includes(wanted));
  // What is ticked stays in sight, whatever is searched for.
  const ticked = all.filter(
    ({ value }) => chosen.has(value) && !found.slice(0, LISTED).some((each) => each.value === value),
  );
  const listed = [...ticked, ...found.slice(0, LISTED)];
  const toggle = ({ value }: CategoryCount) =>
    onChange({
      ...filter,
      values: chosen.has(value) ? filter.values.filter((each) => each !== value) : [...filter.values, value],
    });
  return (
    <>
      {all.length > SEARCHED_FROM && (
        <div class="data-field">
          <input
            type="search"
            aria-label={t('filterSearch', { name: filter.column })}
            placeholder={t('filterSearchShort', { n: all.length })}
            value={words}
            onInput={(event) => setWords(event.currentTarget.value)}
          />
        </div>
      )}
      {filter.values.length === 0 && <p class="small muted">{t('filterNoneTicked')}</p>}
      <div class="filter-values">
        {listed.map((each) => (
          <label class="data-check" key={each.value}>
            <input type="checkbox" checked={chosen.has(each.value)} onChange={() => toggle(each)} />
            <span>{each.value === BLANK_VALUE ? t('legendBlank') : plainLine(each.value)}</span>
            <span class="tabular muted">{number(each.rows)}</span>
          </label>
        ))}
      </div>
      {found.length > LISTED && <p class="small muted">{t('filterMore', { n: found.length - LISTED })}</p>}
    </>
  );
}

export function TextField({ filter, onChange }: FieldProps<'text'>) {
  const { i18n } = useApp();
  const { t } = i18n.value;
  const id = useId();
  return (
    <div class="data-field">
      <label for={id}>{t('filterContains')}</label>
      <input
        id={id}
        type="search"
        value={filter.text}
        onInput={(event) => onChange({ ...filter, text: event.currentTarget.value })}
      />
    </div>
  );
}
