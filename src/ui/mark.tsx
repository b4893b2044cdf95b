/** The mark of a class: shape by kind group, colour and glyph by cluster. The same paths as on the map. */
import { CLUSTER_COLOURS, ON_CLUSTER, type Theme } from '../domain/colours.ts';
import { AREA_RING_PATH, CLUSTER_GLYPHS, GLYPH_BOX, GLYPH_SHARE, SHAPE_PATHS } from '../domain/glyphs.ts';
import type { ClusterOrCross, KindGroup } from '../domain/vocabulary.ts';

interface MarkProps {
  readonly cluster: ClusterOrCross;
  readonly theme: Theme;
  readonly group?: KindGroup;
  /** Hollow and dashed: an area without a boundary, or a place known only coarsely. */
  readonly hollow?: boolean;
  readonly size?: number;
}

export function Mark({ cluster, theme, group = 'project', hollow = false, size = 20 }: MarkProps) {
  const colour = CLUSTER_COLOURS[theme][cluster];
  const share = GLYPH_SHARE[group];
  const inset = (GLYPH_BOX * (1 - share)) / 2;
  return (
    <svg class="mark" width={size} height={size} viewBox="-1 -1 26 26" aria-hidden="true" focusable="false">
      {hollow ? (
        <path
          d={group === 'area' ? AREA_RING_PATH : SHAPE_PATHS[group]}
          fill={group === 'area' ? colour : 'none'}
          fill-opacity="0.16"
          stroke={colour}
          stroke-width="2"
          stroke-dasharray="3.5 2.6"
        />
      ) : (
        <path d={SHAPE_PATHS[group]} fill={colour} />
      )}
      <path
        d={CLUSTER_GLYPHS[cluster]}
        fill={hollow ? colour : ON_CLUSTER[theme]}
        fill-rule="evenodd"
        transform={`translate(${inset} ${inset}) scale(${share})`}
      />
    </svg>
  );
}
