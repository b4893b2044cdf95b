/** The frame: head, list beside the map beside the details; on a narrow screen one sheet over the map; a mode may take it all. */
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { coversMap } from '../../state/address/views.ts';
import { useApp } from '../../state/app.ts';
import { preloadLegend } from '../list/legend.tsx';
import { lazyPanel } from './lazy-panel.tsx';
import { MapMessage } from './map-message.tsx';
import type { Modes } from './mode.ts';
import { TopBar } from './top-bar.tsx';

const Detail = lazyPanel(() => import('./detail.tsx').then((m) => m.default), { words: ['panels'] });
const InEveryView = lazyPanel(() => import('./in-every-view.tsx').then((m) => m.default), {
  words: ['panels'],
  wait: 'silent',
});
const HoverCard = lazyPanel(() => import('./hover-card.tsx').then((m) => m.HoverCard), {
  words: ['panels'],
  wait: 'silent',
});
const Kiosk = lazyPanel(() => import('./later-panels.tsx').then((m) => m.Kiosk), { wait: 'silent' });
const KioskStart = lazyPanel(() => import('./later-panels.tsx').then((m) => m.KioskStart), { wait: 'silent' });
const MapControls = lazyPanel(() => import('./map-controls.tsx').then((m) => m.MapControls), {
  words: ['panels'],
  wait: 'silent',
});
const RowHover = lazyPanel(() => import('./later-panels.tsx').then((m) => m.RowHover), { wait: 'silent' });
const Sheet = lazyPanel(() => import('./sheet.tsx').then((m) => m.Sheet), { wait: 'silent' });
const ShadeLegend = lazyPanel(() => import('./later-panels.tsx').then((m) => m.ShadeLegend), { wait: 'silent' });
const WideView = lazyPanel(() => import('./later-panels.tsx').then((m) => m.WideView));

/** Fetches what the frame shows at first, so that it is whole as soon as it is drawn. */
export async function preloadFrame(narrow: boolean): Promise<void> {
  await Promise.all([Detail.preload(), InEveryView.preload(), preloadLegend(), narrow && Sheet.preload()]);
}

export interface AppViewProps {
  readonly modes: Modes;
  readonly onMapElement: (element: HTMLElement) => void;
}

export function AppView({ modes, onMapElement }: AppViewProps) {
  const { state, i18n, narrow, places } = useApp();
  const mode = modes[state.mode.value];
  const staged = mode.Stage !== null;
  // Nothing that a full sheet covers takes the focus.
  const covered = narrow.value && !staged && state.sheet.value === 'full';
  // The presenter's own window is light: what the room sees is drawn by the other one.
  const mapless = staged && state.present.display.value === 'notes';
  const { t } = i18n.value;
  const mapBox = useRef<HTMLDivElement>(null);
  const wide = !staged && coversMap(state.view.value) ? state.view.value : null;
  useReturningFocus(wide !== null);

  useEffect(() => {
    if (mapBox.current !== null) onMapElement(mapBox.current);
  }, []);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      if (modes[state.mode.peek()].Stage === null) state.actions.close();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);

  // In a hall a visitor finds sites and clauses alone, and nothing to set.
  const hall = state.present.kiosk.value && !staged && !narrow.value;
  const details = <Detail Start={hall ? KioskStart : mode.Start} />;
  return (
    <div class={`frame ${narrow.value ? 'is-narrow' : ''} ${staged ? 'is-staged' : ''} ${hall ? 'is-hall' : ''}`}>
      {/* On a narrow screen the tabs of the sheet are as near. The address is the app's state, so these are buttons: they leave it alone. */}
      {!narrow.value && !staged && !hall && (
        <nav class="skips" aria-label={t('skips')}>
          <button type="button" class="skip" onClick={() => places.list.current?.focus()}>
            {t('skipToList')}
          </button>
          <button type="button" class="skip" onClick={() => places[wide === null ? 'panel' : 'wide'].current?.focus()}>
            {t('skipToPanel')}
          </button>
          {mode.Tools !== null && wide === null && (
            <button type="button" class="skip" onClick={() => places.tools.current?.focus()}>
              {t('skipToTools')}
            </button>
          )}
        </nav>
      )}
      {!staged && !hall && <TopBar modes={modes} />}
      {!narrow.value && !staged && !hall && (
        <aside class="sidebar" aria-label={t('sidebar')}>
          <mode.Side />
        </aside>
      )}
      <main class="main">
        {/* Under a wide table, a full sheet or a stage the map lives on, out of reach of the keyboard. */}
        <div class="stage" inert={wide !== null || covered || state.present.mapHeld.value}>
          {!mapless && <div class="map" ref={mapBox} />}
          {!mapless && <MapMessage />}
          {!staged && <MapControls />}
          {!narrow.value && !hall && mode.Tools !== null && <mode.Tools />}
          {(state.plan.shade.value !== null || state.plan.ownShade.value !== null) && <ShadeLegend />}
          {!staged && <HoverCard />}
          {(state.imports.value?.hovered.value ?? null) !== null && <RowHover />}
        </div>
        {wide !== null && (
          <div class="wide-slot">
            <WideView view={wide} />
          </div>
        )}
      </main>
      {!narrow.value && !staged && (
        <aside class="details" aria-label={t('details')} hidden={wide !== null}>
          {details}
        </aside>
      )}
      {narrow.value && !staged && wide === null && <Sheet details={details} Side={mode.Side} />}
      {mode.Stage !== null && <mode.Stage />}
      {state.present.kiosk.value && <Kiosk />}
      <InEveryView />
      <Notice />
    </div>
  );
}

/** A wide table that closes gives the focus to what was opened from it, or back to what opened it. */
function useReturningFocus(wide: boolean): void {
  const { state, places } = useApp();
  const opener = useRef<Element | null>(null);
  useLayoutEffect(() => {
    if (!wide) return;
    opener.current = document.activeElement;
    return () => {
      const opened = state.selection.peek() !== null || state.clause.peek() !== null;
      const own = opener.current;
      // The panel that it stood in may have been drawn anew.
      const isGone = own === null || own === document.body || !own.isConnected;
      const back = opened || isGone ? places.panel.current : own;
      if (back instanceof HTMLElement) back.focus();
    };
  }, [wide]);
}

/** What is said to the user, until it is closed. */
export function Notice() {
  const { state, i18n } = useApp();
  const text = state.notice.value;
  return (
    <div class={`notice ${text === null ? '' : 'is-shown'}`} role="alert">
      {text}
      {text !== null && (
        <button type="button" class="link-button" onClick={() => state.actions.notify(null)}>
          {i18n.value.t('close')}
        </button>
      )}
    </div>
  );
}
