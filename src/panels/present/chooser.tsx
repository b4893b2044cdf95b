/** Which tour: the built-in ones in their groups. Large targets, keyboard and mouse alike. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Tour } from '../../domain/tour-schema.ts';
import { useApp } from '../../state/app.ts';
import { presentationOf } from '../../state/present/presentation.ts';
import { Icon } from '../../ui/icon.tsx';
import { Section } from '../../ui/pieces.tsx';
import { lazyPanel } from '../frame/lazy-panel.tsx';
import { Mixed } from '../shared/mixed-script.tsx';
import { enterFullscreen, isFullscreen } from './fullscreen.ts';
import { leaveTour } from './run-stage.ts';
import { Schematic } from './schematic.tsx';

const OwnTours = lazyPanel(() => import('./author/own-tours.tsx').then((m) => m.default), {
  words: ['present', 'author'],
  wait: 'silent',
});

export function Chooser() {
  const app = useApp();
  const { state, i18n } = app;
  const { t } = i18n.value;
  const presentation = presentationOf(app);
  const { overview, policy, since, clusters, districts } = presentation.builtIn.value;
  const listed = presentation.listed.value;
  const asked = state.present.tour.value;
  const first = useRef<HTMLHeadingElement>(null);
  // As soon as it is seen it hears its key: on a slow machine an effect comes later than a quick hand.
  useLayoutEffect(() => {
    first.current?.focus();
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented && !isFullscreen()) leaveTour(app, 'map');
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);

  const start = (tour: Tour) => {
    state.present.play(tour.id);
    enterFullscreen();
  };
  const cards = (tours: readonly Tour[]) => (
    <ul class="tour-cards">
      {tours.map((tour) => (
        <li key={tour.id}>
          <button type="button" onClick={() => start(tour)}>
            {tour.stops[0] !== undefined && <Schematic stop={tour.stops[0]} />}
            <span class="tour-card-words">
              <strong>
                <Mixed text={i18n.value.text(tour.title)} />
              </strong>
              <span class="muted">{t('presentStops', { n: tour.stops.length })}</span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
  return (
    <section class="present-chooser" aria-label={t('presentChoose')}>
      <header>
        <div>
          <h2 tabIndex={-1} ref={first}>
            {t('presentChoose')}
          </h2>
          <p class="muted">{t('presentChooseHint')}</p>
          {asked !== null && listed !== null && (
            <p class="note note-warning" role="alert">
              {t('presentNoTour', { id: asked })}
            </p>
          )}
        </div>
        <button type="button" class="text-button" onClick={() => leaveTour(app, 'map')}>
          <Icon name="close" /> {t('presentLeave')}
        </button>
      </header>
      <OwnTours onEdit={() => presentation.openSide('editor')} />
      {listed !== null && listed.tours.length > 0 && (
        <Section title={t('presentGroupListed')}>{cards(listed.tours)}</Section>
      )}
      <Section title={t('presentGroupOverview')}>{cards([overview, policy, since])}</Section>
      <Section title={t('presentGroupClusters')}>{cards(clusters)}</Section>
      <Section title={t('presentGroupDistricts')}>{cards(districts)}</Section>
    </section>
  );
}
