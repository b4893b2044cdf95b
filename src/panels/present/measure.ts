/** Widths of text as the browser sets it; by ems where there is no canvas to ask. */
import type { Measure } from '../../domain/chart-parts.ts';
import { byEms } from '../../domain/stage-layout.ts';

export function createMeasure(): Measure {
  const context = document.createElement('canvas').getContext('2d');
  if (context === null) return byEms;
  const family = getComputedStyle(document.documentElement).fontFamily;
  return (text, size, weight) => {
    context.font = `${weight} ${size}px ${family}`;
    return context.measureText(text).width;
  };
}
