/** The mark of a class: shape by kind group, colour and glyph by cluster. The same paths as on the map. */
import { CLUSTER_COLOURS, ON_CLUSTER, type Theme } from '../domain/colours.ts';
import {
  AREA_RING_PATH,
  CLUSTER_GLYPHS,
  type Form,
  GLYPH_BOX,
  GLYPH_SHARE,
  MARK_DASHES,
  MARK_DOTS,
  SHAPE_PATHS,
} from '../domain/glyphs.ts';
import type { ClusterOrCross, KindGroup } from '../domain/vocabulary.ts';

interface MarkProps {
  readonly cluster: ClusterOrCross;
  readonly theme: Theme;
  readonly group?: KindGroup;
  /** A ring is dashed: an area without a boundary. */
  readonly form?: Form;
  /** Known only coarsely, if at all: a badge is hollow and dashed, a ring dotted. */
  readonly coarse?: boolean;
  readonly size?: number;
}

export function Mark({ cluster, theme, group = 'project', form = 'badge', coarse = false, size = 20 }: MarkProps) {
  const colour = CLUSTER_COLOURS[theme][cluster];
  const share = GLYPH_SHARE[group];
  const filled = form === 'badge' && !coarse;
  const inset = (GLYPH_BOX * (1 - share)) / 2;
  return (
    <svg class="mark" width={size} height={size} viewBox="-1 -1 26 26" aria-hidden="true" focusable="false">
      {filled ? (
        <path d={SHAPE_PATHS[group]} fill={colour} />
      ) : (
        <path
          d={form === 'ring' ? AREA_RING_PATH : SHAPE_PATHS[group]}
          fill={form === 'ring' ? colour : 'none'}
          fill-opacity="0.16"
          stroke={colour}
          stroke-width="2"
          stroke-dasharray={(form === 'ring' && coarse ? MARK_DOTS : MARK_DASHES).join(' ')}
        />
      )}
      <path
        d={CLUSTER_GLYPHS[cluster]}
        fill={filled ? ON_CLUSTER[theme] : colour}
        fill-rule="evenodd"
        transform={`translate(${inset} ${inset}) scale(${share})`}
      />
    </svg>
  );
}
