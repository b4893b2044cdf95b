/** Which panel stands beside the map: one selection, one view, or the start page. */
import { lazy, Suspense } from 'preact/compat';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useApp } from '../state/context.ts';
import { StartPanel } from './start-panel.tsx';

// The start page is what most visits begin with; the others come when they are asked for.
const SitePanel = lazy(() => import('./site-panel.tsx').then((m) => ({ default: m.SitePanel })));
const ClusterPanel = lazy(() => import('./cluster-panel.tsx').then((m) => ({ default: m.ClusterPanel })));
const DistrictPanel = lazy(() => import('./district-panel.tsx').then((m) => ({ default: m.DistrictPanel })));
const TownPanel = lazy(() => import('./district-panel.tsx').then((m) => ({ default: m.TownPanel })));
const UnitPanel = lazy(() => import('./unit-panel.tsx').then((m) => ({ default: m.UnitPanel })));
const CorrectPanel = lazy(() => import('./correct-panel.tsx'));
const CorrectionsPanel = lazy(() => import('./corrections-panel.tsx'));
const ReaderPanel = lazy(() => import('./reader-panel.tsx').then((m) => ({ default: m.ReaderPanel })));

export default function Detail() {
  const { state, i18n } = useApp();
  const box = useRef<HTMLElement>(null);
  const selection = state.selection.value;
  const key = selection === null ? (state.view.value ?? (state.clause.value === null ? 'start' : 'reader')) : `${selection.entity}:${selection.id}${state.corrections.editing.value === null ? '' : ':correct'}`;
  const scrolls = useRef(new Map<string, number>());

  // Each panel keeps its own place: going back to it is going back to where one was reading. Restored
  // before any panel's own effect, so that a panel may still go to what the address names.
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    element.scrollTop = scrolls.current.get(key) ?? 0;
    const remember = () => scrolls.current.set(key, element.scrollTop);
    element.addEventListener('scroll', remember, { passive: true });
    return () => element.removeEventListener('scroll', remember);
  }, [key]);

  return (
    <section class="detail" id="detail" ref={box} tabIndex={-1}>
      <Suspense fallback={<p class="boot">{i18n.value.t('loading')}</p>}>
        <Content key={key} />
      </Suspense>
    </section>
  );
}

function Content() {
  const { state } = useApp();
  const { base } = state;
  const selection = state.selection.value;
  if (selection === null) {
    if (state.view.value === 'corrections') return <CorrectionsPanel />;
    return state.view.value === 'reader' || state.clause.value !== null ? <ReaderPanel /> : <StartPanel />;
  }
  switch (selection.entity) {
    case 'site': {
      const site = state.selectedSite.value;
      if (site === null) return <StartPanel />;
      const editing = state.corrections.editing.value;
      return editing?.record === site.id ? <CorrectPanel site={site} field={editing.field} /> : <SitePanel site={site} />;
    }
    case 'cluster': {
      const cluster = state.clusters.find((c) => c.id === selection.id);
      return cluster === undefined ? <StartPanel /> : <ClusterPanel cluster={cluster} />;
    }
    case 'district': {
      const district = base.districts.features.find((f) => f.properties.id === selection.id);
      return district === undefined ? <StartPanel /> : <DistrictPanel district={district.properties} />;
    }
    case 'town': {
      const town = base.towns.features.find((f) => f.properties.code === selection.id);
      return town === undefined ? <StartPanel /> : <TownPanel town={town.properties} />;
    }
    case 'unit': {
      const unit = state.policy.value.units.find((u) => u.id === selection.id);
      return unit === undefined ? <StartPanel /> : <UnitPanel unit={unit} />;
    }
  }
}
