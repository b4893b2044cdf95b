/** A range of numbers: how they are spread, two limits to type and two handles to move. */
import { useId, useMemo, useState } from 'preact/hooks';
import { type Histogram, histogram, placeOnScale, valueOnScale } from '../../analysis/column-choices.ts';
import type { ColumnFilter } from '../../domain/column-filter.ts';
import { numbersOf, parseNumber } from '../../domain/column-values.ts';
import { plainLine } from '../../domain/plain-line.ts';
import type { Column } from '../../domain/point-set.ts';
import { useApp } from '../../state/app.ts';

type NumberFilter = Extract<ColumnFilter, { kind: 'number' }>;

interface NumberProps {
  readonly filter: NumberFilter;
  readonly column: Column;
  readonly count: number;
  readonly onChange: (next: NumberFilter) => void;
}

/** Height of the tallest bar, px. */
const HEIGHT = 40;

export function NumberFields({ filter, column, count, onChange }: NumberProps) {
  const { i18n } = useApp();
  const { t } = i18n.value;
  const spread = useMemo(() => {
    const values = numbersOf(column, count);
    return values === null ? null : histogram(values);
  }, [column, count]);
  if (spread === null) return <p class="small muted">{t('filterNoNumber')}</p>;
  const { least, greatest, blank } = spread;
  return (
    <>
      <div class="filter-spread">
        <Bars spread={spread} filter={filter} />
        <Handles spread={spread} filter={filter} onChange={onChange} />
      </div>
      <div class="data-fields">
        <Limit
          label={t('filterFrom')}
          value={filter.from}
          open={least}
          onChange={(from) => onChange({ ...filter, from })}
        />
        <Limit label={t('filterTo')} value={filter.to} open={greatest} onChange={(to) => onChange({ ...filter, to })} />
      </div>
      {blank > 0 && (
        <BlankToo n={blank} checked={filter.blank} onChange={(next) => onChange({ ...filter, blank: next })} />
      )}
    </>
  );
}

interface BlankProps {
  readonly n: number;
  readonly checked: boolean;
  readonly onChange: (next: boolean) => void;
}

/** Whether rows without a value pass once a limit is set. */
export function BlankToo({ n, checked, onChange }: BlankProps) {
  const { i18n } = useApp();
  const { t, number } = i18n.value;
  return (
    <label class="data-check">
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} />
      <span>{t('filterBlank')}</span>
      <span class="tabular muted">{number(n)}</span>
    </label>
  );
}

function Bars({ spread, filter }: { readonly spread: Histogram; readonly filter: NumberFilter }) {
  const { i18n } = useApp();
  const { t, number } = i18n.value;
  const { least, greatest, bins } = spread;
  const most = bins.reduce((a, b) => Math.max(a, b), 1);
  const width = 100 / bins.length;
  const perBin = (greatest - least) / bins.length;
  return (
    <svg
      class="filter-bars"
      viewBox={`0 0 100 ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={t('filterBars', { from: number(least, 2), to: number(greatest, 2), most })}
    >
      {Array.from(bins, (rows, at) => {
        const height = rows === 0 ? 0 : Math.max(1, (HEIGHT * rows) / most);
        const [from, to] = [least + perBin * at, least + perBin * (at + 1)];
        const isIn = to >= (filter.from ?? -Infinity) && from <= (filter.to ?? Infinity);
        return (
          <rect
            key={from}
            class={isIn ? '' : 'is-out'}
            x={at * width + 0.3}
            y={HEIGHT - height}
            width={width - 0.6}
            height={height}
          />
        );
      })}
    </svg>
  );
}

/** Two native sliders on one track; at its ends neither is a limit. */
function Handles({ spread, filter, onChange }: Omit<NumberProps, 'column' | 'count'> & { readonly spread: Histogram }) {
  const { i18n } = useApp();
  const { t, number } = i18n.value;
  const from = filter.from === null ? 0 : placeOnScale(spread, filter.from);
  const to = filter.to === null ? 100 : placeOnScale(spread, filter.to);
  const name = plainLine(filter.column);
  return (
    <div class="filter-handles">
      <input
        type="range"
        class={from > 50 ? 'is-upper' : ''}
        min={0}
        max={100}
        value={from}
        aria-label={t('filterHandleFrom', { name })}
        aria-valuetext={number(filter.from ?? spread.least, 2)}
        onInput={(event) => {
          const at = Math.min(Number(event.currentTarget.value), to);
          event.currentTarget.value = String(at);
          onChange({ ...filter, from: at <= 0 ? null : valueOnScale(spread, at) });
        }}
      />
      <input
        type="range"
        min={0}
        max={100}
        value={to}
        aria-label={t('filterHandleTo', { name })}
        aria-valuetext={number(filter.to ?? spread.greatest, 2)}
        onInput={(event) => {
          const at = Math.max(Number(event.currentTarget.value), from);
          event.currentTarget.value = String(at);
          onChange({ ...filter, to: at >= 100 ? null : valueOnScale(spread, at) });
        }}
      />
    </div>
  );
}

interface LimitProps {
  readonly label: string;
  readonly value: number | null;
  /** What stands there while there is no limit. */
  readonly open: number;
  readonly onChange: (next: number | null) => void;
}

function Limit({ label, value, open, onChange }: LimitProps) {
  const { i18n } = useApp();
  const { t } = i18n.value;
  const id = useId();
  const [wrong, setWrong] = useState<string | null>(null);
  const read = (text: string) => {
    const limit = parseNumber(text);
    const isWrong = limit === null && text.trim() !== '';
    setWrong(isWrong ? text : null);
    if (!isWrong) onChange(limit);
  };
  return (
    <div class="data-field">
      <label for={id}>{label}</label>
      <input
        id={id}
        inputMode="decimal"
        value={wrong ?? (value === null ? '' : String(value))}
        placeholder={String(open)}
        aria-invalid={wrong !== null}
        aria-describedby={wrong === null ? undefined : `${id}wrong`}
        onChange={(event) => read(event.currentTarget.value)}
      />
      {wrong !== null && (
        <p class="small field-problem" id={`${id}wrong`} role="alert">
          {t('filterNumberWrong')}
        </p>
      )}
    </div>
  );
}
