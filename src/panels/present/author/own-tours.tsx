/** The user's own tours in the choice of tours: what was recovered, what is kept, and the ways to a new one. */
import { useState } from 'preact/hooks';
import { saidIn } from '../../../domain/tour-edit.ts';
import type { Tour } from '../../../domain/tour-schema.ts';
import { useApp } from '../../../state/app.ts';
import { presentationOf } from '../../../state/present/presentation.ts';
import { Icon } from '../../../ui/icon.tsx';
import { IconButton } from '../../../ui/pieces.tsx';
import { STAGE_ICONS } from '../../../ui/stage-icons.ts';
import { copyOf, newTour, startEditing } from './edit-tour.ts';
import { Templates } from './templates.tsx';
import { OpenButton, Refused, useTourFiles } from './tour-files.tsx';
import './author.css';

interface OwnToursProps {
  /** The editor is to be shown. */
  onEdit(): void;
}

export default function OwnTours({ onEdit }: OwnToursProps) {
  const app = useApp();
  const { state, i18n } = app;
  const { t, lang, date } = i18n.value;
  const { authoring, linked, listed, playback } = presentationOf(app);
  const [words, setWords] = useState('');
  const [sure, setSure] = useState<string | null>(null);
  const files = useTourFiles((said) => {
    setWords(said);
    if (said !== '') onEdit();
  });

  const own = authoring.own.value;
  const recovered = authoring.recovered.value;
  const making = authoring.unsaved.value && (authoring.tour.value?.stops.length ?? 0) > 0 ? authoring.tour.value : null;
  const wanted = state.present.tour.value;
  const lost =
    wanted !== null &&
    playback.tour.value === null &&
    authoring.ready.value &&
    listed.value !== null &&
    linked.value === null;
  const nameOf = (tour: Tour) => {
    const name = saidIn(tour.title, lang).trim();
    return name === '' ? t('tourUntitled') : name;
  };
  const play = (tour: Tour) => state.present.play(tour.id);
  const editTour = (tour: Tour, saved: boolean) => {
    authoring.open(tour, { saved });
    play(tour);
    onEdit();
  };
  return (
    <section class="own-tours" aria-label={t('ownTours')}>
      <h2>{t('ownTours')}</h2>
      {linked.value !== null && 'faults' in linked.value && (
        <Refused file={t('tourLinked')} faults={linked.value.faults} />
      )}
      {listed.value?.refused.map(({ file, faults }) => (
        <Refused key={file} file={file} faults={faults} />
      ))}
      {lost && <p class="note note-warning">{t('tourElsewhere', { id: wanted })}</p>}
      {making !== null && (
        <section class="own-recovered" aria-label={t('making')}>
          <p>
            <strong>{t('making')}</strong> <bdi>{t('makingOf', { name: nameOf(making), n: making.stops.length })}</bdi>
          </p>
          <button
            type="button"
            class="text-button is-framed"
            onClick={() => {
              state.present.play(making.id, making.stops.length);
              onEdit();
            }}
          >
            {t('makingContinue')}
          </button>
        </section>
      )}
      {recovered.map(({ tour, at }) => (
        <section key={tour.id} class="own-recovered" aria-label={t('recovered')}>
          <p>
            <strong>{t('recovered')}</strong>{' '}
            <bdi>
              {t('recoveredOf', { name: nameOf(tour), n: tour.stops.length, when: `${date(dayOf(at))} ${timeOf(at)}` })}
            </bdi>
          </p>
          <button type="button" class="text-button is-framed" onClick={() => editTour(tour, false)}>
            {t('recoveredOpen')}
          </button>
          <button
            type="button"
            class="text-button is-framed"
            onClick={() => {
              void authoring.discard(tour.id);
              setWords(t('recoveredDiscarded', { name: nameOf(tour) }));
            }}
          >
            {t('recoveredDiscard')}
          </button>
        </section>
      ))}
      {own.length === 0 && recovered.length === 0 && making === null && authoring.ready.value && (
        <p class="muted">{t('ownToursNone')}</p>
      )}
      <ul class="own-list">
        {own.map((tour) => (
          <li key={tour.id}>
            <button type="button" class="own-play" onClick={() => play(tour)}>
              <bdi>{nameOf(tour)}</bdi> <span class="small muted">{t('ownTourStops', { n: tour.stops.length })}</span>
            </button>
            <IconButton
              icon="pencil"
              label={`${t('ownTourEdit')}: ${nameOf(tour)}`}
              onClick={() => editTour(tour, true)}
            />
            <IconButton
              icon="copy"
              label={t('ownTourCopy', { name: nameOf(tour) })}
              onClick={() => {
                startEditing(app, copyOf(app, tour));
                playback.send({ do: 'first' });
                onEdit();
              }}
            />
            <IconButton
              icon={STAGE_ICONS.bin}
              label={
                sure === tour.id
                  ? t('ownTourRemoveSure', { name: nameOf(tour) })
                  : `${t('ownTourRemove')}: ${nameOf(tour)}`
              }
              pressed={sure === tour.id}
              onClick={() => {
                if (sure !== tour.id) {
                  setSure(tour.id);
                  setWords(t('ownTourRemoveSure', { name: nameOf(tour) }));
                  return;
                }
                setSure(null);
                void authoring.remove(tour.id);
                setWords(t('ownTourRemoved', { name: nameOf(tour) }));
              }}
            />
          </li>
        ))}
      </ul>
      <div class="own-new">
        <button
          type="button"
          class="text-button is-framed"
          onClick={() => {
            startEditing(app, newTour(app));
            onEdit();
          }}
        >
          <Icon name="plus" size={16} /> {t('ownTourNew')}
        </button>
        <OpenButton files={files} />
        <span class="small muted">{t('tourOpenHint')}</span>
      </div>
      <Templates onMade={onEdit} />
      {files.refused}
      <p role="status" class="small">
        {words}
      </p>
    </section>
  );
}

const two = (n: number) => String(n).padStart(2, '0');
function dayOf(at: number): string {
  const day = new Date(at);
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}
function timeOf(at: number): string {
  const day = new Date(at);
  return `${two(day.getHours())}:${two(day.getMinutes())}`;
}
