/** The frame: head, list beside the map beside the details; on a narrow screen one sheet over the map. */
import { lazy, Suspense } from 'preact/compat';
import { useEffect, useRef } from 'preact/hooks';
import { useApp } from '../state/context.ts';
import { Legend } from './legend.tsx';
import { MapControls, MapMessage } from './map-controls.tsx';
import { HoverCard } from './hover-card.tsx';
import { Sheet } from './sheet.tsx';
import { SiteList } from './site-list.tsx';
import { TopBar } from './top-bar.tsx';

const Detail = lazy(() => import('./detail.tsx'));

export function AppView({ onMapElement }: { readonly onMapElement: (element: HTMLElement) => void }) {
  const { state, i18n, narrow } = useApp();
  const { t } = i18n.value;
  const mapBox = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (mapBox.current !== null) onMapElement(mapBox.current);
  }, []);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      const menu = document.activeElement?.closest('details[open]');
      if (menu instanceof HTMLDetailsElement && menu.classList.contains('filter-menu')) {
        menu.open = false;
        menu.querySelector('summary')?.focus();
        return;
      }
      state.actions.close();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);

  const details = (
    <Suspense fallback={<p class="boot">{t('loading')}</p>}>
      <Detail />
    </Suspense>
  );
  return (
    <div class={`frame ${narrow.value ? 'is-narrow' : ''}`}>
      <a class="skip" href="#list" onClick={(event) => focusOn(event, 'list')}>{t('skipToList')}</a>
      <a class="skip" href="#detail" onClick={(event) => focusOn(event, 'detail')}>{t('skipToPanel')}</a>
      <TopBar />
      {!narrow.value && (
        <aside class="sidebar">
          <Legend />
          <SiteList />
        </aside>
      )}
      <main class="stage">
        <div class="map" ref={mapBox} />
        <MapMessage />
        <MapControls />
        <HoverCard />
      </main>
      {narrow.value ? <Sheet details={details} /> : <aside class="details">{details}</aside>}
      <Notice />
    </div>
  );
}

/** The address after # is the app's state, so a skip link moves the focus and leaves the address alone. */
function focusOn(event: Event, id: string): void {
  event.preventDefault();
  document.getElementById(id)?.focus();
}

function Notice() {
  const { state, i18n } = useApp();
  const text = state.notice.value;
  return (
    <div class={`notice ${text === null ? '' : 'is-shown'}`} role="alert">
      {text}
      {text !== null && (
        <button type="button" class="link-button" onClick={() => (state.notice.value = null)}>{i18n.value.t('close')}</button>
      )}
    </div>
  );
}
