/**
 * Bars of one column, each a button: chosen by click, by dragging over several, or by keys, and told to a screen
 * reader. A library that paints on a canvas would leave all of that to be made beside it.
 */
import { useRef, useState } from 'preact/hooks';
import type { Bar, Bars } from '../../../analysis/column-chart.ts';
import { plainLine } from '../../../domain/plain-line.ts';
import { useApp } from '../../../state/app.ts';

interface BarChartProps {
  readonly name: string;
  readonly bars: Bars;
  /** The bars are sums of a measure; else counted rows. */
  readonly isSum: boolean;
  readonly chosen: ReadonlySet<number>;
  /** The bar of the row that is open; null for none. */
  readonly marked: number | null;
  readonly onChoose: (bars: readonly number[]) => void;
}

const between = (a: number, b: number): number[] =>
  Array.from({ length: Math.abs(a - b) + 1 }, (_, at) => Math.min(a, b) + at);

export function BarChart({ name, bars, isSum, chosen, marked, onChoose }: BarChartProps) {
  const { i18n } = useApp();
  const { t, number } = i18n.value;
  const [focus, setFocus] = useState(0);
  /** Where a drag, or a range by keys, began. */
  const from = useRef<number | null>(null);
  const box = useRef<HTMLFieldSetElement>(null);
  const most = bars.bars.reduce((a, { all, shown }) => Math.max(a, all, shown), 0);
  const isList = bars.kind === 'category';
  const share = (value: number) => (most <= 0 ? 0 : Math.max(0, (100 * value) / most));
  const words = (bar: Bar) =>
    t(isSum ? 'chartBarSum' : 'chartBarRows', {
      label: barLabel(bar, bars.kind, number),
      shown: number(bar.shown, 2),
      all: isSum ? number(bar.all, 2) : bar.all,
    });
  const toggle = (at: number) => {
    if (isList) onChoose(chosen.has(at) ? [...chosen].filter((each) => each !== at) : [...chosen, at]);
    else onChoose(chosen.size === 1 && chosen.has(at) ? [] : [at]);
  };
  const move = (to: number, isRange: boolean) => {
    const next = Math.min(bars.bars.length - 1, Math.max(0, to));
    if (isRange && !isList) {
      from.current ??= focus;
      onChoose(between(from.current, next));
    } else from.current = null;
    setFocus(next);
    box.current?.querySelectorAll<HTMLElement>('button')[next]?.focus();
  };
  const onKey = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }[event.key];
    if (step !== undefined) move(focus + step, event.shiftKey);
    else if (event.key === 'Home') move(0, event.shiftKey);
    else if (event.key === 'End') move(bars.bars.length - 1, event.shiftKey);
    else if (event.key === 'Escape' && chosen.size > 0) onChoose([]);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <fieldset
      class={`bar-chart ${isList ? 'is-list' : ''}`}
      aria-label={t('chartBars', { name })}
      ref={box}
      onKeyDown={onKey}
    >
      {bars.bars.map((bar, at) => (
        <button
          key={bar.text === '' ? at : bar.text}
          type="button"
          class={marked === at ? 'is-marked' : ''}
          tabIndex={at === Math.min(focus, bars.bars.length - 1) ? 0 : -1}
          aria-pressed={chosen.has(at)}
          aria-label={words(bar)}
          title={words(bar)}
          onFocus={() => setFocus(at)}
          onPointerDown={() => {
            from.current = at;
          }}
          onPointerUp={() => {
            // A click alone is the button's own, which keys press too.
            if (from.current !== null && from.current !== at && !isList) onChoose(between(from.current, at));
            from.current = null;
          }}
          onClick={() => toggle(at)}
        >
          {isList && <span class="bar-label">{barLabel(bar, bars.kind, number)}</span>}
          <span class="bar-room">
            <span class="bar-all" style={{ '--share': `${share(bar.all)}%` }} />
            <span class="bar-shown" style={{ '--share': `${share(bar.shown)}%` }} />
          </span>
          {isList && <span class="bar-number tabular">{number(bar.shown, 2)}</span>}
        </button>
      ))}
    </fieldset>
  );
}

/** What a bar stands for. */
export function barLabel(
  { text, from, to }: Bar,
  kind: Bars['kind'],
  number: (value: number, digits?: number) => string,
): string {
  if (kind !== 'number') return plainLine(text);
  return from === to ? number(from, 2) : `${number(from, 2)} – ${number(to, 2)}`;
}
