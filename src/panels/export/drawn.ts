/** The map as an SVG file: what can be drawn so of the user's own, and a word of what cannot. */
import type { I18n } from '../../i18n/index.ts';
import type { AppState } from '../../state/app-state.ts';
import type { ImportedSet } from '../../state/imports/imported-set.ts';
import type { MapDrawing, MapPort } from '../../state/map-port.ts';
import { aboutMap } from '../paper/about-map.ts';
import type { ImageWords } from './image.ts';
import { svgImage } from './svg-image.tsx';

export async function drawnFile(
  state: AppState,
  i18n: I18n,
  port: Pick<MapPort, 'drawing'>,
  words: ImageWords,
  barPx: number,
): Promise<Blob> {
  const visible = state.imports.value?.visible.value ?? [];
  const sets = drawable(visible);
  const drawing = await port.drawing({ sets });
  const about = aboutMap(state, i18n, drawing, barPx, { sets });
  const shown = [about.shown, ...leftWords(i18n, drawing, visible)].join(' · ');
  return new Blob([svgImage(drawing, { ...about, shown }, words)], { type: 'image/svg+xml' });
}

/** Densities are pictures; hatches are the shader's. */
export const drawable = (sets: readonly ImportedSet[]): ImportedSet[] =>
  sets.filter(({ look }) => look.display !== 'heat').map((item) => ({ ...item, look: { ...item.look, hatch: null } }));

/** What the map shows and the file does not. */
export function leftWords(
  { t, list }: I18n,
  { baseLeft, rowsLeft }: Pick<MapDrawing, 'baseLeft' | 'rowsLeft'>,
  sets: readonly ImportedSet[],
): string[] {
  const densities = sets.filter(({ look }) => look.display === 'heat').map(({ look }) => look.name);
  return [
    ...(baseLeft ? [t('imageBaseLeft')] : []),
    ...(rowsLeft === 0 ? [] : [t('imageRowsLeft', { n: rowsLeft })]),
    ...(densities.length === 0 ? [] : [t('imageDensityLeft', { names: list(densities) })]),
  ];
}
