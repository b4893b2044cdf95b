/** Making a film of the tour: how long it takes is shown, and it can be stopped at any frame. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { download } from '../../../data/export/download.ts';
import { messageOf } from '../../../domain/error-message.ts';
import { playedStops } from '../../../domain/tour.ts';
import type { Tour } from '../../../domain/tour-schema.ts';
import { useApp } from '../../../state/app.ts';
import { Note, Section } from '../../../ui/pieces.tsx';
import { fileName } from '../author/open-tour.ts';
import { Making } from './making.tsx';
import { FILM } from './still.ts';

/** Seconds that a flight takes, about: only the map out of sight knows better. */
const FLIGHT_S = 2;

export function FilmForm({ tour }: { readonly tour: Tour }) {
  const app = useApp();
  const { i18n, map } = app;
  const { t, text, number } = i18n.value;
  const [can, setCan] = useState<boolean | null>(null);
  const [done, setDone] = useState<{ frames: number; total: number; leftS: number } | null>(null);
  const [words, setWords] = useState('');
  const work = useRef<AbortController | null>(null);
  const played = playedStops(tour.stops);
  const seconds = played.reduce((sum, { stop }) => sum + stop.seconds, 0) + Math.max(0, played.length - 1) * FLIGHT_S;

  useEffect(() => {
    const life = { gone: false };
    void import('../../../data/export/video.ts')
      .then(({ videoForm }) => videoForm(FILM))
      .then((form) => !life.gone && setCan(form !== null));
    // Closing the panel stops the film.
    return () => {
      life.gone = true;
      work.current?.abort();
    };
  }, []);

  async function make(): Promise<void> {
    const stopping = new AbortController();
    work.current = stopping;
    setWords('');
    setDone({ frames: 0, total: Math.round(seconds * FILM.fps), leftS: 0 });
    const begun = performance.now();
    try {
      const [{ videoForm }, { makeFilm }] = await Promise.all([
        import('../../../data/export/video.ts'),
        import('./make-film.ts'),
      ]);
      const form = await videoForm(FILM);
      if (form === null) throw new Error(t('filmNone'));
      const film = await makeFilm(app, tour, {
        form,
        signal: stopping.signal,
        progress(frames, total) {
          const leftS = ((performance.now() - begun) / 1000 / frames) * (total - frames);
          // Each tenth frame is often enough to read.
          if (frames % 10 === 0 || frames === total) setDone({ frames, total, leftS });
        },
      });
      const name = fileName(text(tour.title), form.end);
      download(name, film, form.mime);
      setWords(t('filmSaved', { name, mb: number(film.size / 1e6, 1) }));
    } catch (error) {
      const reason = messageOf(error);
      setWords(stopping.signal.aborted ? t('filmCancelled') : t('handFailed', { reason }));
    }
    work.current = null;
    setDone(null);
  }

  return (
    <Section title={t('filmTitle')}>
      {can === false ? (
        <Note tone="warning">{t('filmNone')}</Note>
      ) : (
        <p class="small">{t('filmLead', { fps: FILM.fps, seconds: Math.round(seconds) })}</p>
      )}
      {done === null ? (
        <button
          type="button"
          class="primary-button"
          disabled={can !== true || map.value === null || tour.stops.length === 0}
          onClick={() => void make()}
        >
          {t('filmMake')}
        </button>
      ) : (
        <Making
          title={t('filmTitle')}
          done={done.frames}
          total={done.total}
          words={[
            t('filmProgress', { done: done.frames, total: done.total }),
            ...(done.leftS > 0 ? [t('filmLeft', { minutes: Math.max(1, Math.ceil(done.leftS / 60)) })] : []),
          ].join(' · ')}
          onStop={() => work.current?.abort()}
        />
      )}
      <p class="small" role="status">
        {words}
      </p>
    </Section>
  );
}
