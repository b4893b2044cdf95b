/**
 * All stops beside one another, to be sorted: by dragging a card, by keys, or by the buttons above, which are for the
 * chosen card.
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import { isFull, saidIn } from '../../../domain/tour-edit.ts';
import type { Tour, TourStop } from '../../../domain/tour-schema.ts';
import { useApp } from '../../../state/app.ts';
import type { Authoring } from '../../../state/present/authoring.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { IconButton } from '../../../ui/pieces.tsx';
import { STAGE_ICONS } from '../../../ui/stage-icons.ts';
import { Mixed } from '../../shared/mixed-script.tsx';
import { figureWords } from '../figure-words.ts';
import { figureOf } from '../said.ts';
import { Schematic } from '../schematic.tsx';
import { gapAt, placeByKey, placeOf } from './gap-at.ts';
import type { StopActs } from './stop-acts.ts';
import './stop-grid.css';

interface StopGridProps {
  readonly tour: Tour;
  /** From 0. */
  readonly chosen: number;
  readonly acts: StopActs;
  readonly authoring: Authoring;
  /** What was done last. */
  readonly words: string;
  onClose(): void;
}

/** A card on its way: from which place, and before which gap it is held; `moved` as soon as it is a drag and no click. */
interface Drag {
  readonly from: number;
  readonly gap: number;
  readonly moved: boolean;
}

/** CSS pixels; less is a click. */
const DRAG_PX = 6;

export default function StopGrid({ tour, chosen, acts, authoring, words, onClose }: StopGridProps) {
  const { t } = useApp().i18n.value;
  const grid = useRef<HTMLOListElement>(null);
  const start = useRef({ x: 0, y: 0 });
  const [drag, setDrag] = useState<Drag | null>(null);
  const cards = () => [...(grid.current?.querySelectorAll<HTMLElement>('.grid-card') ?? [])];
  const boxes = () => cards().map((card) => card.getBoundingClientRect());
  useEffect(() => cards()[chosen]?.focus(), [chosen, tour.stops]);

  const count = tour.stops.length;
  const columns = () => {
    const all = boxes();
    return Math.max(1, all.filter(({ top }) => top === all[0]?.top).length);
  };
  const onKey = (event: KeyboardEvent, at: number) => {
    if (event.ctrlKey || event.metaKey) return;
    const to = placeByKey(event.key, at, columns(), count);
    if (to !== null) event.altKey ? acts.move(at, to) : acts.go(to);
    else if (event.key === ' ') acts.hide(at);
    else if (event.key === 'Delete') acts.remove(at);
    else if (!event.key.startsWith('Arrow')) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const drop = () => {
    if (drag?.moved === true) acts.move(drag.from, placeOf(drag.from, drag.gap));
    setDrag(null);
  };
  const stop = tour.stops[chosen];
  return (
    <Dialog class="stop-grid" label={t('stopGrid')} onClose={onClose} startsWhole>
      <header>
        <h2>{t('stopGrid')}</h2>
        <div class="stop-grid-tools" role="toolbar" aria-label={t('stopN', { n: chosen + 1 })}>
          <IconButton
            icon={STAGE_ICONS.previous}
            label={t('stopEarlier')}
            disabled={chosen === 0}
            onClick={() => acts.move(chosen, chosen - 1)}
          />
          <IconButton
            icon="chevron"
            label={t('stopLater')}
            disabled={chosen >= count - 1}
            onClick={() => acts.move(chosen, chosen + 1)}
          />
          <IconButton
            icon={STAGE_ICONS.hide}
            label={t('stopHide')}
            pressed={stop?.hidden === true}
            disabled={stop === undefined}
            onClick={() => acts.hide(chosen)}
          />
          <IconButton
            icon="copy"
            label={t('stopDuplicate')}
            disabled={stop === undefined || isFull(tour)}
            onClick={() => acts.duplicate(chosen)}
          />
          <IconButton
            icon={STAGE_ICONS.bin}
            label={t('stopRemove')}
            disabled={stop === undefined}
            onClick={() => acts.remove(chosen)}
          />
          <IconButton
            icon={STAGE_ICONS.undo}
            label={t('undo')}
            disabled={!authoring.canUndo.value}
            onClick={() => authoring.undo()}
          />
          <IconButton
            icon={STAGE_ICONS.redo}
            label={t('redo')}
            disabled={!authoring.canRedo.value}
            onClick={() => authoring.redo()}
          />
        </div>
        <button type="button" class="primary-button" onClick={onClose}>
          {t('stopGridDone')}
        </button>
      </header>
      <p class="small muted">{t('stopGridHint')}</p>
      <p class="small" role="status">
        {words}
      </p>
      <ol class="stop-grid-cards" ref={grid}>
        {tour.stops.map((each, at) => {
          const gap =
            drag?.moved !== true ? '' : drag.gap === at ? 'is-gap-before' : drag.gap === at + 1 ? 'is-gap-after' : '';
          return (
            <li key={each.id} class={`${gap} ${drag?.moved === true && drag.from === at ? 'is-dragged' : ''}`}>
              <button
                type="button"
                class={`grid-card ${each.hidden ? 'is-hidden' : ''}`}
                tabIndex={at === chosen ? 0 : -1}
                aria-current={at === chosen ? 'step' : undefined}
                aria-keyshortcuts="Alt+ArrowLeft Alt+ArrowRight Space Delete"
                onKeyDown={(event) => onKey(event, at)}
                // A browser makes a click of the space bar when it is let go.
                onKeyUp={(event) => event.key === ' ' && event.preventDefault()}
                onClick={() => acts.go(at)}
                onDblClick={onClose}
                onPointerDown={(event) => {
                  // A finger scrolls; the buttons above are there for it.
                  if (event.button !== 0 || event.pointerType === 'touch') return;
                  event.currentTarget.setPointerCapture(event.pointerId);
                  start.current = { x: event.clientX, y: event.clientY };
                  setDrag({ from: at, gap: at, moved: false });
                }}
                onPointerMove={({ clientX, clientY }) => {
                  if (drag === null) return;
                  const moved =
                    drag.moved || Math.hypot(clientX - start.current.x, clientY - start.current.y) > DRAG_PX;
                  if (moved) setDrag({ from: drag.from, gap: gapAt(boxes(), clientX, clientY), moved });
                }}
                onPointerUp={drop}
                onPointerCancel={() => setDrag(null)}
              >
                <Card stop={each} n={at + 1} />
              </button>
            </li>
          );
        })}
      </ol>
    </Dialog>
  );
}

function Card({ stop, n }: { readonly stop: TourStop; readonly n: number }) {
  const app = useApp();
  const { t, lang } = app.i18n.value;
  const title = saidIn(stop.title, lang).trim();
  const figure = figureOf(app, stop);
  return (
    <>
      {stop.image === null ? <Schematic stop={stop} /> : <img class="schematic" src={stop.image.data} alt="" />}
      <span class="grid-card-words">
        <span class="tabular muted">{n}</span> <Mixed text={title === '' ? t('stopN', { n }) : title} />
        {stop.hidden && <span class="small"> {t('stopIsHidden')}</span>}
      </span>
      {figure !== null && <span class="small muted">{figureWords(app.i18n.value, figure).value}</span>}
    </>
  );
}
