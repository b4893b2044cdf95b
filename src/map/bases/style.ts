/** A foreign MapLibre style. */
import type { BaseMaker } from './base.ts';

export const styleBase: BaseMaker<'style'> = ({ style }) => ({ style, sources: {}, layers: () => [], strength: 1 });
