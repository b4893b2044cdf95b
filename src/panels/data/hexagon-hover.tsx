/** What a hexagon holds, beside the pointer or, by Enter, at the crosshair: how many rows, and how sure that is. */
import { hexagonAt } from '../../analysis/hexagon-classes.ts';
import { useApp } from '../../state/app.ts';
import type { HexagonRef } from '../../state/imports/imported-set.ts';
import { hexagonsOf, zoomOf } from '../../state/imports/set-counts.ts';
import { measureOfHexagon, rowsInWords } from './hexagon-words.ts';

interface HoverProps {
  readonly pointed: HexagonRef & { readonly x: number; readonly y: number };
}

export function HexagonHover({ pointed: { setId, at, x, y } }: HoverProps) {
  const { state, i18n } = useApp();
  const item = state.imports.value?.byId(setId) ?? null;
  if (item === null || item.look.display !== 'hexagons') return null;
  const count = hexagonsOf(item, zoomOf(state));
  const hexagon = hexagonAt(count, ...at);
  if (hexagon === null) return null;
  const measure = measureOfHexagon(i18n.value, count, hexagon);
  return (
    <div class="hover-card" style={{ left: `${x}px`, top: `${y}px` }} role="status">
      <strong>{measure ?? rowsInWords(i18n.value, hexagon)}</strong>
      {measure !== null && <span>{rowsInWords(i18n.value, hexagon)}</span>}
      <span class="muted">{item.look.name}</span>
    </div>
  );
}
