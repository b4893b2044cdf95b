/** Which panel stands beside the map: one selection, one view, or the start page. */
import type { ComponentType } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { coversMap } from '../../state/address/views.ts';
import { useApp } from '../../state/app.ts';
import { PageMark } from '../shared/page-mark.tsx';
import { useFileDrop } from './file-drop.ts';
import { lazyPanel } from './lazy-panel.tsx';
import { useMendedLink } from './mended-link.ts';
import { preloadSitePanel, ThingPanel } from './thing-panel.tsx';

/** Views have a table of their own, since the first view has none. */
export const ViewPanel = lazyPanel(() => import('./view-panel.tsx').then((m) => m.ViewPanel));

/** What is most likely to be opened next comes while nothing else is waited for, ms after the first view. */
const PRELOAD_AFTER_MS = 1000;

function usePreloaded(): void {
  const { state } = useApp();
  const isThere = state.mapStatus.value !== 'waiting';
  useEffect(() => {
    if (!isThere) return;
    // Whether it came is asked where it is opened.
    const waiting = setTimeout(
      () => void Promise.all([preloadSitePanel(), ViewPanel.preload()]).catch(() => undefined),
      PRELOAD_AFTER_MS,
    );
    return () => clearTimeout(waiting);
  }, [isThere]);
}

/** `Start` is the mode's own page, where nothing is chosen. */
export default function Detail({ Start }: { readonly Start: ComponentType }) {
  const { state, places } = useApp();
  useFileDrop();
  usePreloaded();
  useMendedLink();
  const box = places.panel;
  const selection = state.selection.value;
  const key =
    selection === null
      ? state.isAsking.value
        ? 'ask'
        : (state.view.value ?? (state.clause.value === null ? `start:${state.mode.value}` : 'reader'))
      : `${selection.entity}:${selection.id}${state.corrections.editing.value === null ? '' : ':correct'}`;
  const scrolls = useRef(new Map<string, number>());
  /** Asked while what is left is still there. */
  const hadFocus = useRef(false);
  hadFocus.current = box.current?.contains(document.activeElement) === true;

  // Each panel keeps its own place: going back to it is going back to where one was reading. Restored
  // before any panel's own effect, so that a panel may still go to what the address names.
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    element.scrollTop = scrolls.current.get(key) ?? 0;
    // What was opened from within takes the place of the link that opened it: the keyboard goes on in it.
    if (hadFocus.current && !element.contains(document.activeElement)) element.focus({ preventScroll: true });
    const remember = () => scrolls.current.set(key, element.scrollTop);
    element.addEventListener('scroll', remember, { passive: true });
    return () => element.removeEventListener('scroll', remember);
  }, [key]);

  return (
    <section class="detail" id="detail" ref={box} tabIndex={-1}>
      <Content key={key} Start={Start} />
      <PageMark class="print-mark" />
    </section>
  );
}

function Content({ Start }: { readonly Start: ComponentType }) {
  const { state } = useApp();
  const selection = state.selection.value;
  if (selection !== null) return <ThingPanel entity={selection.entity} id={selection.id} Start={Start} />;
  const view = state.isAsking.value ? 'ask' : state.view.value === 'ask' ? null : state.view.value;
  // Under what covers the map stands what stood beside it.
  const beside = view !== null && !coversMap(view) ? view : state.clause.value === null ? null : 'reader';
  return beside === null ? <Start /> : <ViewPanel view={beside} />;
}
