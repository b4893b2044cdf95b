/** The point of a form is the point on the map, both ways; between what is on record and it stands an arrow. */
import { useSignalEffect } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { distanceM } from '../../analysis/geodesic.ts';
import { type LngLat, wgs84 } from '../../domain/position.ts';
import type { I18n } from '../../i18n/index.ts';
import { useApp } from '../../state/app.ts';
import { typedPosition, typedRadius } from './draft.ts';
import type { FormDraft } from './form-draft.ts';

/** How far a new point is from the one on record. */
export function movedWords({ t, distance }: I18n, from: LngLat | null, to: LngLat): string {
  if (from === null) return t('keepMovedNone');
  const metres = distanceM(wgs84(from[0], from[1]), wgs84(to[0], to[1]));
  return t('keepMoved', { distance: distance(metres, metres) });
}

interface MapDraft {
  /** Empty for a record that is not there yet. */
  readonly record: string;
  /** Whether a position is being chosen at all. */
  readonly isPlaced: boolean;
  readonly draft: FormDraft;
  readonly setDraft: (change: (before: FormDraft) => FormDraft) => void;
  /** The position on record. */
  readonly from: LngLat | null;
  /** A point was chosen on the map itself. */
  readonly onMapChoice?: () => void;
}

export function useMapDraft({ record, isPlaced, draft, setDraft, from, onMapChoice }: MapDraft): void {
  const { state, i18n } = useApp();
  const { draft: onMap, setDraft: setOnMap } = state.corrections;
  const typed = useRef(draft);
  typed.current = draft;
  // With the form, not after it is painted: a click on the map in between would go to what lies there.
  useLayoutEffect(() => {
    if (!isPlaced) return;
    const position = typedPosition(draft);
    const isMoved = from !== null && position !== null && (from[0] !== position[0] || from[1] !== position[1]);
    const words = isMoved ? movedWords(i18n.peek(), from, position) : null;
    setOnMap({
      record,
      position,
      radiusM: typedRadius(draft),
      ...(from === null || words === null ? {} : { from: { at: from, words } }),
    });
  }, [isPlaced, record, draft.lng, draft.lat, draft.radius]);
  useLayoutEffect(() => {
    return () => setOnMap(null);
  }, []);
  useSignalEffect(() => {
    const position = onMap.value?.position ?? null;
    if (position === null) return;
    const [lng, lat] = position;
    const before = typedPosition(typed.current);
    if (before !== null && before[0] === lng && before[1] === lat) return;
    setDraft((last) => ({ ...last, lng: String(lng), lat: String(lat) }));
    onMapChoice?.();
  });
}
