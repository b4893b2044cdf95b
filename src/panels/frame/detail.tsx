/** Which panel stands beside the map: one selection, one view, or the start page. */
import type { ComponentType, FunctionComponent } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ThingOf, ThingRef } from '../../domain/things.ts';
import type { Selection } from '../../state/address/address.ts';
import { useApp } from '../../state/app.ts';
import { PageMark } from '../shared/page-mark.tsx';
import { useFileDrop } from './file-drop.ts';
import { lazyPanel } from './lazy-panel.tsx';

// The start page is what most visits begin with; the others come when they are asked for.
const SitePanel = lazyPanel(() => import('../things/site-panel.tsx').then((m) => m.SitePanel));
const ClusterPanel = lazyPanel(() => import('../things/cluster-panel.tsx').then((m) => m.ClusterPanel));
const DistrictPanel = lazyPanel(() => import('../things/district-panel.tsx').then((m) => m.DistrictPanel));
const TownPanel = lazyPanel(() => import('../things/district-panel.tsx').then((m) => m.TownPanel));
const UnitPanel = lazyPanel(() => import('../things/unit-panel.tsx').then((m) => m.UnitPanel));
const CorrectPanel = lazyPanel(() => import('../corrections/correct-panel.tsx').then((m) => m.default));
const CorrectionsPanel = lazyPanel(() => import('../corrections/corrections-panel.tsx').then((m) => m.default));
const AskPanel = lazyPanel(() => import('../plan/ask-panel.tsx').then((m) => m.default));
const DataPanel = lazyPanel(() => import('../data/data-panel.tsx').then((m) => m.default));
const ExportPanel = lazyPanel(() => import('../export/export-panel.tsx').then((m) => m.default));
const ShadePanel = lazyPanel(() => import('../plan/shade-panel.tsx').then((m) => m.default));
const LicencesPanel = lazyPanel(() => import('../about/licences-panel.tsx').then((m) => m.default));
const AccessPanel = lazyPanel(() => import('../about/access-panel.tsx').then((m) => m.default));
const ReaderPanel = lazyPanel(() => import('../reader/reader-panel.tsx').then((m) => m.ReaderPanel));

const ShortlistPanel = lazyPanel(() => import('../invest/shortlist.tsx').then((m) => m.default));
const OffersPanel = lazyPanel(() => import('../invest/offers-panel.tsx').then((m) => m.default));

/** Every panel's code, fetched ahead of need. */
export async function preloadPanels(): Promise<void> {
  await Promise.all(
    [SitePanel, ClusterPanel, DistrictPanel, TownPanel, UnitPanel, CorrectPanel, CorrectionsPanel, ReaderPanel].map(
      (panel) => panel.preload(),
    ),
  );
}

/** `Start` is the mode's own page, where nothing is chosen. */
export default function Detail({ Start }: { readonly Start: ComponentType }) {
  const { state } = useApp();
  useFileDrop();
  const box = useRef<HTMLElement>(null);
  const selection = state.selection.value;
  const key =
    selection === null
      ? state.isAsking.value
        ? 'ask'
        : (state.view.value ?? (state.clause.value === null ? `start:${state.mode.value}` : 'reader'))
      : `${selection.entity}:${selection.id}${state.corrections.editing.value === null ? '' : ':correct'}`;
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
      <Content key={key} Start={Start} />
      <PageMark class="print-mark" />
    </section>
  );
}

function Content({ Start }: { readonly Start: ComponentType }) {
  const { state } = useApp();
  const selection = state.selection.value;
  if (selection === null) {
    if (state.isAsking.value) return <AskPanel />;
    if (state.view.value === 'shade') return <ShadePanel />;
    if (state.view.value === 'corrections') return <CorrectionsPanel />;
    if (state.view.value === 'data') return <DataPanel />;
    if (state.view.value === 'export') return <ExportPanel />;
    if (state.view.value === 'licences') return <LicencesPanel />;
    if (state.view.value === 'shortlist') return <ShortlistPanel />;
    if (state.view.value === 'offers') return <OffersPanel />;
    if (state.view.value === 'accessibility') return <AccessPanel />;
    return state.view.value === 'reader' || state.clause.value !== null ? <ReaderPanel /> : <Start />;
  }
  return <Chosen entity={selection.entity} id={selection.id} Start={Start} />;
}

/** A thing that is gone leaves the start page. */
function Chosen<K extends Selection['entity']>({ entity, id, Start }: ThingRef<K> & { Start: ComponentType }) {
  const thing = useApp().state.things.value[entity].get(id);
  const Panel: FunctionComponent<Of<K>> = PANELS[entity];
  return thing === undefined ? <Start /> : <Panel thing={thing} />;
}

type Of<K extends Selection['entity']> = { readonly thing: ThingOf[K] };

const PANELS: { readonly [K in Selection['entity']]: FunctionComponent<Of<K>> } = {
  site: ({ thing }) => {
    const editing = useApp().state.corrections.editing.value;
    return editing?.record === thing.id ? (
      <CorrectPanel site={thing} field={editing.field} />
    ) : (
      <SitePanel site={thing} />
    );
  },
  district: ({ thing }) => <DistrictPanel district={thing.properties} />,
  town: ({ thing }) => <TownPanel town={thing.properties} />,
  cluster: ({ thing }) => <ClusterPanel cluster={thing} />,
  unit: ({ thing }) => <UnitPanel unit={thing} />,
};
