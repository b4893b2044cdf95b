/** The stops in their order: chosen by a press, moved by dragging the handle or by the arrow keys on it. */
import { useRef, useState } from 'preact/hooks';
import { saidIn } from '../../../domain/tour-edit.ts';
import type { Tour } from '../../../domain/tour-schema.ts';
import { useApp } from '../../../state/app.ts';
import { moveWithArrows } from '../../../ui/move-with-arrows.ts';

interface StopListProps {
  readonly tour: Tour;
  /** From 0. */
  readonly chosen: number;
  onChoose(index: number): void;
  onMove(from: number, to: number): void;
}

/** A handle on its way: from which place, and before which gap it is held. */
interface Drag {
  readonly from: number;
  readonly to: number;
}

export function StopList({ tour, chosen, onChoose, onMove }: StopListProps) {
  const { i18n } = useApp();
  const { t, lang } = i18n.value;
  const list = useRef<HTMLOListElement>(null);
  const [drag, setDrag] = useState<Drag | null>(null);

  /** The place whose middle the pointer has passed last. */
  const placeAt = (y: number): number => {
    const rows = [...(list.current?.children ?? [])].map((row) => row.getBoundingClientRect());
    const after = rows.findIndex(({ top, height }) => y < top + height / 2);
    return after === -1 ? rows.length : after;
  };
  const drop = () => {
    if (drag === null) return;
    const to = drag.to > drag.from ? drag.to - 1 : drag.to;
    setDrag(null);
    if (to !== drag.from) onMove(drag.from, to);
  };
  const onKey = (event: KeyboardEvent, at: number) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    const to = event.key === 'Home' ? 0 : event.key === 'End' ? tour.stops.length - 1 : at + (step ?? 0);
    if (to === at || to < 0 || to >= tour.stops.length) return;
    event.preventDefault();
    event.stopPropagation();
    // The row is keyed by its stop, so its handle goes along and keeps the focus.
    const grip = event.currentTarget;
    onMove(at, to);
    if (grip instanceof HTMLElement) requestAnimationFrame(() => grip.scrollIntoView({ block: 'nearest' }));
  };
  // Arrows move between the stops, so that Tab passes them in two steps, whatever their number.
  const inTabs = (at: number) => (at === Math.min(chosen, tour.stops.length - 1) ? 0 : -1);
  return (
    <ol class="author-stops" ref={list}>
      {tour.stops.map((stop, at) => {
        const title = saidIn(stop.title, lang).trim();
        const name = title === '' ? t('stopN', { n: at + 1 }) : title;
        const gap = drag === null ? '' : drag.to === at ? 'is-gap-before' : drag.to === at + 1 ? 'is-gap-after' : '';
        return (
          <li
            key={stop.id}
            class={`author-stop ${gap} ${drag?.from === at ? 'is-dragged' : ''} ${stop.hidden ? 'is-hidden' : ''}`}
          >
            <button
              type="button"
              class="author-grip"
              tabIndex={inTabs(at)}
              aria-label={t('stopMove', { title: name })}
              title={t('stopMove', { title: name })}
              onKeyDown={(event) => onKey(event, at)}
              onPointerDown={(event) => {
                if (event.button !== 0) return;
                event.currentTarget.setPointerCapture(event.pointerId);
                setDrag({ from: at, to: at });
              }}
              onPointerMove={(event) => drag !== null && setDrag({ ...drag, to: placeAt(event.clientY) })}
              onPointerUp={drop}
              onPointerCancel={() => setDrag(null)}
            >
              <svg width="10" height="16" viewBox="0 0 10 16" aria-hidden="true">
                <path d="M2 2h2v2H2zM6 2h2v2H6zM2 7h2v2H2zM6 7h2v2H6zM2 12h2v2H2zM6 12h2v2H6z" fill="currentColor" />
              </svg>
            </button>
            <button
              type="button"
              class="author-choose"
              tabIndex={inTabs(at)}
              onKeyDown={(event) => moveWithArrows(event, '.author-stops', '.author-choose')}
              aria-current={at === chosen ? 'step' : undefined}
              onClick={() => onChoose(at)}
            >
              <span class="tabular muted">{at + 1}</span> <bdi>{name}</bdi>
              {stop.hidden && <span class="small"> {t('stopIsHidden')}</span>}
            </button>
          </li>
        );
      })}
    </ol>
  );
}
