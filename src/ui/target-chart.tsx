/**
 * Target and actual by year, drawn small. What is only "over" an amount is open at the top and points up:
 * neither the target nor such a figure looks like an exact number. With nothing to draw, nothing is drawn.
 */
import type { LedgerPoint } from '../domain/ledger.ts';
import './target-chart.css';

interface TargetChartProps {
  readonly points: readonly LedgerPoint[];
  readonly targetCny: number;
  readonly targetYear: number | null;
  readonly colour: string;
  /** The whole picture in words. */
  readonly label: string;
  readonly targetWords: string;
  readonly valueWords: (point: LedgerPoint) => string;
}

const BOX = { width: 300, height: 140, left: 8, right: 8, top: 12, bottom: 24 } as const;
const BAR = 26;
/** Half the room that a value's words need beside the middle of their bar. */
const WORDS = 50;

export function TargetChart({
  points,
  targetCny,
  targetYear,
  colour,
  label,
  targetWords,
  valueWords,
}: TargetChartProps) {
  if (points.length === 0) return null;
  const years = [...points.map((p) => p.year), ...(targetYear === null ? [] : [targetYear])];
  const from = Math.min(...years);
  const span = Math.max(...years) - from;
  const top = Math.max(targetCny, ...points.map((p) => p.max)) * 1.3;
  const inner = BOX.width - BOX.left - BOX.right - 2 * WORDS;
  const x = (year: number) => BOX.left + WORDS + (span === 0 ? inner / 2 : ((year - from) / span) * inner);
  const y = (value: number) => BOX.height - BOX.bottom - (value / top) * (BOX.height - BOX.top - BOX.bottom);
  const base = y(0);
  return (
    <div class="target-figure">
      <p class="chart-target-words" aria-hidden="true">
        {targetWords}
      </p>
      <svg class="target-chart" viewBox={`0 0 ${BOX.width} ${BOX.height}`} role="img" aria-label={label}>
        <line x1={BOX.left} x2={BOX.width - BOX.right} y1={base} y2={base} class="chart-axis" />
        {points.map((point) => (
          <Bar
            key={`${point.year} ${point.figure.source}`}
            point={point}
            x={x(point.year)}
            y={y}
            base={base}
            colour={colour}
            words={valueWords(point)}
          />
        ))}
        <line x1={BOX.left} x2={BOX.width - BOX.right} y1={y(targetCny)} y2={y(targetCny)} class="chart-target" />
        {roomBetween(points.map((p) => x(p.year))).map((middle) => (
          <path key={middle} class="chart-over" d={upward(middle, y(targetCny))} />
        ))}
        {[...new Set(years)].map((year) => (
          <text key={year} x={x(year)} y={BOX.height - 8} text-anchor="middle">
            {year}
            {points.some((p) => p.year === year && !p.yearStated) ? '?' : ''}
          </text>
        ))}
      </svg>
    </div>
  );
}

/** The middles of the gaps that bars and their words leave free. */
function roomBetween(bars: readonly number[]): number[] {
  const edges = [BOX.left, ...[...bars].sort((a, b) => a - b), BOX.width - BOX.right];
  return edges.slice(1).flatMap((to, i) => {
    const from = edges[i] ?? to;
    return to - from > 2 * WORDS ? [(from + to) / 2] : [];
  });
}

/** A short arrow up from a level. */
function upward(x: number, y: number): string {
  return `M${x} ${y}v-8m-3 3l3 -3l3 3`;
}

function Bar({
  point,
  x,
  y,
  base,
  colour,
  words,
}: {
  readonly point: LedgerPoint;
  readonly x: number;
  readonly y: (value: number) => number;
  readonly base: number;
  readonly colour: string;
  readonly words: string;
}) {
  const level = y(point.min);
  const exact = point.figure.qualifier === 'exact';
  const open = point.figure.qualifier === 'over';
  return (
    <g>
      {exact && point.yearStated ? (
        <rect x={x - BAR / 2} y={level} width={BAR} height={base - level} fill={colour} />
      ) : (
        <path
          d={`M${x - BAR / 2} ${base}V${level}${open ? 'm' : 'h'}${BAR}${open ? ' 0' : ''}V${base}`}
          fill="none"
          stroke={colour}
          stroke-width="1.5"
          stroke-dasharray="4 3"
        />
      )}
      {open && <path d={upward(x, level)} fill="none" stroke={colour} stroke-width="1.5" />}
      {point.max > point.min && (
        <rect
          x={x - BAR / 2}
          y={y(point.max)}
          width={BAR}
          height={level - y(point.max)}
          fill="none"
          stroke={colour}
          stroke-dasharray="2 2"
        />
      )}
      <text x={x} y={y(point.max) - (open ? 13 : 5)} text-anchor="middle">
        {words}
      </text>
    </g>
  );
}
