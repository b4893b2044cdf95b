/** Pairs of two columns as points on a canvas, of which there may be a million; a frame keeps the rows inside. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { nearestPair, type Pairs } from '../../../analysis/column-chart.ts';
import { useApp } from '../../../state/app.ts';

interface ScatterProps {
  readonly label: string;
  /** Of the rows that are shown. */
  readonly pairs: Pairs;
  /** Of the whole set: pale behind the others. */
  readonly all: Pairs;
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** The row that is open; null for none. */
  readonly chosen: number | null;
  /** Both ranges that the frame spans. */
  readonly onFrame: (x: readonly [number, number], y: readonly [number, number]) => void;
  readonly onRow: (row: number) => void;
}

type At = readonly [number, number];

/** How near a click must come, px. */
const REACH_PX = 10;
/** A shorter drag is a click, px. */
const DRAG_PX = 5;
/** Room within the rim, px, so that no point is cut. */
const RIM_PX = 5;

const scaled = (value: number, [from, to]: readonly [number, number]) =>
  to === from ? 0.5 : (value - from) / (to - from);

export function Scatter({ label, pairs, all, x, y, chosen, onFrame, onRow }: ScatterProps) {
  const { state } = useApp();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [drag, setDrag] = useState<{ readonly from: At; readonly to: At } | null>(null);
  const theme = state.theme.value;
  useEffect(() => {
    if (canvas.current !== null) draw(canvas.current, { pairs, all, x, y, chosen });
  }, [pairs, all, x, y, chosen, theme]);
  const place = (event: PointerEvent): At => {
    const box = canvas.current?.getBoundingClientRect();
    return box === undefined ? [0, 0] : [event.clientX - box.left, event.clientY - box.top];
  };
  /** From a place on the canvas to shares of both axes, the upright one from below. */
  const shares = ([px, py]: At): At => {
    const [width, height] = sizeOf(canvas.current);
    return [(px - RIM_PX) / (width - 2 * RIM_PX), 1 - (py - RIM_PX) / (height - 2 * RIM_PX)];
  };
  const end = (event: PointerEvent) => {
    if (drag === null) return;
    const to = place(event);
    setDrag(null);
    const [a, b] = [shares(drag.from), shares(to)];
    const [width, height] = sizeOf(canvas.current);
    if (Math.hypot(to[0] - drag.from[0], to[1] - drag.from[1]) < DRAG_PX) {
      const row = nearestPair(pairs, x, y, b, [REACH_PX / width, REACH_PX / height]);
      if (row !== null) onRow(row);
      return;
    }
    const span = ([from, to_]: readonly [number, number], s: number, e: number): [number, number] => [
      from + (to_ - from) * Math.max(0, Math.min(s, e)),
      from + (to_ - from) * Math.min(1, Math.max(s, e)),
    ];
    onFrame(span(pairs.x, a[0], b[0]), span(pairs.y, a[1], b[1]));
  };
  return (
    <div class="scatter">
      <canvas
        ref={canvas}
        role="img"
        aria-label={label}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          setDrag({ from: place(event), to: place(event) });
        }}
        onPointerMove={(event) => {
          if (drag !== null) setDrag({ from: drag.from, to: place(event) });
        }}
        onPointerUp={end}
        onPointerCancel={() => setDrag(null)}
      />
      {drag !== null && <span class="scatter-frame" aria-hidden="true" style={frameOf(drag)} />}
    </div>
  );
}

const frameOf = ({ from, to }: { readonly from: At; readonly to: At }) => ({
  left: `${Math.min(from[0], to[0])}px`,
  top: `${Math.min(from[1], to[1])}px`,
  width: `${Math.abs(to[0] - from[0])}px`,
  height: `${Math.abs(to[1] - from[1])}px`,
});

const sizeOf = (canvas: HTMLCanvasElement | null): At => [canvas?.clientWidth ?? 1, canvas?.clientHeight ?? 1];

type Drawn = Pick<ScatterProps, 'pairs' | 'all' | 'x' | 'y' | 'chosen'>;

function draw(canvas: HTMLCanvasElement, { pairs, all, x, y, chosen }: Drawn): void {
  const [width, height] = sizeOf(canvas);
  const ratio = window.devicePixelRatio;
  canvas.width = width * ratio;
  canvas.height = height * ratio;
  const context = canvas.getContext('2d');
  if (context === null) return;
  const style = getComputedStyle(canvas);
  context.scale(ratio, ratio);
  const size = all.rows.length > 20_000 ? 1.5 : 4;
  const at = (row: number): At => [
    RIM_PX + scaled(x[row] ?? 0, pairs.x) * (width - 2 * RIM_PX),
    RIM_PX + (1 - scaled(y[row] ?? 0, pairs.y)) * (height - 2 * RIM_PX),
  ];
  const dots = (rows: Uint32Array, colour: string, alpha: number) => {
    context.fillStyle = style.getPropertyValue(colour);
    context.globalAlpha = alpha;
    for (const row of rows) {
      const [px, py] = at(row);
      context.fillRect(px - size / 2, py - size / 2, size, size);
    }
  };
  if (pairs.rows.length < all.rows.length) dots(all.rows, '--line', 1);
  // Where many points lie on each other the place is darker.
  dots(pairs.rows, '--accent', pairs.rows.length > 2000 ? 0.25 : 0.7);
  if (chosen === null || !Number.isFinite(x[chosen] ?? Number.NaN) || !Number.isFinite(y[chosen] ?? Number.NaN)) return;
  context.globalAlpha = 1;
  context.strokeStyle = style.getPropertyValue('--ink');
  context.lineWidth = 2;
  context.beginPath();
  context.arc(...at(chosen), 6, 0, 2 * Math.PI);
  context.stroke();
}
