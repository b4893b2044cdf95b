/** A small area as the map draws it: its colour, its hatch, and how opaque it is. */
import { BETWEEN_STROKES, type HatchId, hatchStrokes } from '../../../domain/hatches.ts';
import { FILL_OPACITY } from '../../../domain/set-look.ts';

const WIDTH = 22;
const HEIGHT = 14;

interface SwatchProps {
  /** As CSS writes it. */
  readonly colour: string;
  readonly hatch: HatchId | null;
  /** 0 to 1. */
  readonly opacity: number;
  /** Of signs of a page that is always light. */
  readonly theme?: 'light' | 'dark';
}

export function Swatch({ colour, hatch, opacity, theme = 'light' }: SwatchProps) {
  return (
    <svg
      class="set-swatch is-hatched"
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      style={{ opacity }}
      data-hatch={hatch ?? 'none'}
      aria-hidden="true"
      focusable="false"
    >
      <rect
        width={WIDTH}
        height={HEIGHT}
        fill={colour}
        fill-opacity={FILL_OPACITY[theme] * (hatch === null ? 1 : BETWEEN_STROKES)}
      />
      {(hatch === null ? [] : hatchStrokes(hatch, WIDTH, HEIGHT)).map(([x1, y1, x2, y2, width]) => (
        <line
          key={`${x1} ${y1}`}
          x1={x1}
          y1={y1}
          x2={x2}
          y2={y2}
          stroke={colour}
          stroke-width={width}
          stroke-linecap={x1 === x2 && y1 === y2 ? 'round' : 'butt'}
        />
      ))}
      <rect x="0.5" y="0.5" width={WIDTH - 1} height={HEIGHT - 1} fill="none" stroke={colour} />
    </svg>
  );
}
