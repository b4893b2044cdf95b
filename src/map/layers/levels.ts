/**
 * How strongly a site is shown from the next frame on, said of its features beside what they hold: new tiles, which
 * say it themselves, take several frames.
 */
import type { ExpressionSpecification } from '@maplibre/maplibre-gl-style-spec';

/** Key of the state of a feature. */
export const LEVEL = 'level';
/** Left out, pale, in full. */
export const LEVELS = { gone: 0, dimmed: 1, full: 2 } as const;
export type Level = (typeof LEVELS)[keyof typeof LEVELS];

/** Sources whose features carry the id of their site, and say `dimmed` of themselves. */
export const LEVELLED = ['sites', 'leaders', 'outlines', 'radii'] as const;

/** Without a state, none of the levels. */
const level: ExpressionSpecification = ['number', ['feature-state', LEVEL], -1];

export const GONE: ExpressionSpecification = ['==', level, LEVELS.gone];
export const DIMMED: ExpressionSpecification = [
  'match',
  level,
  LEVELS.dimmed,
  true,
  LEVELS.full,
  false,
  ['get', 'dimmed'],
];
