/** Where a box of the layout stands, as the style of an element. */
import type { Box } from '../../domain/chart-parts.ts';

export function placed({ x, y, w, h }: Box): Readonly<Record<'left' | 'top' | 'width' | 'height', string>> {
  return { left: `${x}px`, top: `${y}px`, width: `${w}px`, height: `${h}px` };
}
