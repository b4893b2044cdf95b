/** The panel of the thing that is chosen: a kind without one does not compile. */
import type { ComponentType, FunctionComponent } from 'preact';
import type { ThingOf, ThingRef } from '../../domain/things.ts';
import type { Selection } from '../../state/address/address.ts';
import { useApp } from '../../state/app.ts';
import { lazyPanel } from './lazy-panel.tsx';

const SitePanel = lazyPanel(() => import('../things/site-panel.tsx').then((m) => m.SitePanel), { words: ['panels'] });
const ClusterPanel = lazyPanel(() => import('../things/cluster-panel.tsx').then((m) => m.ClusterPanel), {
  words: ['panels'],
});
const DistrictPanel = lazyPanel(() => import('../things/district-panel.tsx').then((m) => m.DistrictPanel), {
  words: ['panels'],
});
const TownPanel = lazyPanel(() => import('../things/district-panel.tsx').then((m) => m.TownPanel), {
  words: ['panels'],
});
const UnitPanel = lazyPanel(() => import('../things/unit-panel.tsx').then((m) => m.UnitPanel), { words: ['panels'] });
const CorrectPanel = lazyPanel(() => import('../corrections/correct-panel.tsx').then((m) => m.default), {
  words: ['panels', 'plan', 'corrections', 'keeping'],
});

type Kind = Selection['entity'];
type Of<K extends Kind> = { readonly thing: ThingOf[K] };

const PANELS: { readonly [K in Kind]: FunctionComponent<Of<K>> } = {
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

/** A thing that is not there leaves the start page. */
export function ThingPanel<K extends Kind>({ entity, id, Start }: ThingRef<K> & { readonly Start: ComponentType }) {
  const thing = useApp().state.things.value[entity].get(id);
  const Panel: FunctionComponent<Of<K>> = PANELS[entity];
  return thing === undefined ? <Start /> : <Panel thing={thing} />;
}

/** The code of what is opened most. */
export const preloadSitePanel = (): Promise<void> => SitePanel.preload();

/** The code of all of them, fetched ahead of need. */
export async function preloadThingPanels(): Promise<void> {
  await Promise.all(
    [SitePanel, ClusterPanel, DistrictPanel, TownPanel, UnitPanel, CorrectPanel].map((panel) => panel.preload()),
  );
}
