/** The page in a frame of another's: the map with one line of title and credits, or a tour; no bars, no panels. */
import { useEffect, useRef } from 'preact/hooks';
import { useApp } from '../../state/app.ts';
import { type AppViewProps, Notice } from '../frame/app-view.tsx';
import { HoverCard } from '../frame/hover-card.tsx';
import { lazyPanel } from '../frame/lazy-panel.tsx';
import { MapMessage } from '../frame/map-message.tsx';
import './embed.css';
import { EmbedLine } from './embed-line.tsx';
import { startEmbedded } from './start-embedded.ts';

const ChosenCard = lazyPanel(() => import('./chosen-card.tsx').then((m) => m.ChosenCard), {
  words: ['panels', 'embed'],
  wait: 'silent',
});
const EmbedControls = lazyPanel(() => import('./embed-controls.tsx').then((m) => m.EmbedControls), {
  words: ['panels'],
  wait: 'silent',
});
const FramedTour = lazyPanel(() => import('../present/framed-tour.tsx').then((m) => m.FramedTour), {
  words: ['panels', 'present', 'author', 'embed'],
  wait: 'silent',
});
const ShadeLegend = lazyPanel(() => import('../plan/shade-on-map.tsx').then((m) => m.default), {
  words: ['panels', 'plan'],
  wait: 'silent',
});

export function EmbedView({ onMapElement }: AppViewProps) {
  const app = useApp();
  const { state, i18n } = app;
  const { embed } = state.address.value;
  const mapBox = useRef<HTMLDivElement>(null);
  useEffect(() => {
    app.need.words('embed');
    const stop = startEmbedded(app);
    if (mapBox.current !== null) onMapElement(mapBox.current);
    return stop;
  }, []);
  const isTour = embed === 'tour';
  return (
    <div class={`frame is-embedded ${isTour ? 'is-staged' : ''}`}>
      <main class="main">
        <div class="stage" inert={state.present.mapHeld.value}>
          <div class="map" ref={mapBox} />
          <MapMessage />
          {!isTour && <EmbedControls />}
          {(state.plan.shade.value !== null || state.plan.ownShade.value !== null) && <ShadeLegend />}
          {!isTour && i18n.value.has('panels') && <HoverCard />}
          {embed === '1' && state.selection.value !== null && <ChosenCard />}
        </div>
      </main>
      {isTour && <FramedTour />}
      {i18n.value.has('embed') && <EmbedLine map={mapBox} />}
      <Notice />
    </div>
  );
}
