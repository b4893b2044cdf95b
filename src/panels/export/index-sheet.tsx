/** The first sheet of a series: where each lies, and the list of them. */
import type { Bbox } from '../../domain/position.ts';
import type { I18n } from '../../i18n/index.ts';
import type { LegendItem } from '../paper/legend.ts';
import type { PaperGround } from '../paper/map/coordinate-grid.ts';
import { groundOfShot, type PlannedSheet } from './print-plan.ts';
import { MOST_SHEETS, type SeriesMatter } from './series.ts';

/** Of a number, mm. */
const TEXT = 3;
/** Two numbers are no closer than this. */
const APART = 4.2;

interface Outline {
  readonly n: number;
  readonly box: readonly [left: number, top: number, right: number, bottom: number];
}

/** Frames of the sheets over the map of the index. */
export function SheetFrames({
  ground,
  sheets,
}: {
  readonly ground: PaperGround;
  readonly sheets: readonly PlannedSheet[];
}) {
  const outlines = sheets.flatMap(({ n, shot }): Outline[] => {
    const box = groundOfShot(shot);
    return box === null || n === null || n === 0 ? [] : [{ n, box: onPaper(ground, box) }];
  });
  const places = numberPlaces(outlines);
  return (
    <svg class="print-over" viewBox={`0 0 ${ground.width} ${ground.height}`} aria-hidden="true" focusable="false">
      {outlines.map(({ n, box: [left, top, right, bottom] }) => (
        <rect key={n} x={left} y={top} width={right - left} height={bottom - top} class="index-frame" />
      ))}
      {outlines.map(({ n }, at) => {
        const [x, y] = places[at] ?? [0, 0];
        return (
          <text key={n} x={x} y={y} font-size={TEXT} class="index-number" text-anchor="middle">
            {n}
          </text>
        );
      })}
    </svg>
  );
}

function onPaper({ mmOf }: PaperGround, [west, south, east, north]: Bbox): Outline['box'] {
  const [left, top] = mmOf([west, north]);
  const [right, bottom] = mmOf([east, south]);
  return [left, top, right, bottom];
}

/** Each number at the upper left of its frame, further along its upper edge, then down, where another stands. */
export function numberPlaces(outlines: readonly Outline[]): (readonly [number, number])[] {
  const taken: (readonly [number, number])[] = [];
  const isFree = ([x, y]: readonly [number, number]) => taken.every(([a, b]) => Math.hypot(a - x, b - y) >= APART);
  for (const { box } of outlines) {
    const [left, top, right, bottom] = box;
    const [across, down] = [right - left, bottom - top].map((length) => Math.max(1, Math.floor(length / APART)));
    const slots = Array.from({ length: down ?? 1 }, (_, row) =>
      Array.from(
        { length: across ?? 1 },
        (_, column) => [left + (column + 0.5) * APART, top + row * APART + TEXT] as const,
      ),
    ).flat();
    taken.push(slots.find(isFree) ?? [left + APART / 2, top + TEXT]);
  }
  return taken;
}

/** The sheets with their scales, then what has none. */
export function indexItems(
  { t, number, list }: I18n,
  sheets: readonly PlannedSheet[],
  { left, beyond }: Pick<SeriesMatter, 'left' | 'beyond'>,
): LegendItem[] {
  const row = (key: string, label: string): LegendItem => ({ key, sign: { form: 'none' }, label });
  return [
    ...sheets.flatMap(({ n, subject, shot: { look } }) =>
      subject === null || look === null || n === null
        ? []
        : [row(`sheet-${n}`, `${n}  ${subject.name} · 1:${number(look.denominator, 0)}`)],
    ),
    ...(left.length === 0 ? [] : [row('left', t('printLeft', { n: left.length, names: list(left) }))]),
    ...(beyond === 0 ? [] : [row('beyond', t('printBeyondMost', { n: beyond, most: MOST_SHEETS }))]),
  ];
}
