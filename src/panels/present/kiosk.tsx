/** The kiosk, and the words that tell a visitor how the tour comes back. */
import { effect, untracked, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { useApp } from '../../state/app.ts';
import { type Kiosk as Running, runKiosk } from '../../state/present/kiosk.ts';
import { presentationOf } from '../../state/present/presentation.ts';
import './kiosk.css';

const MS_PER_MINUTE = 60_000;

export default function Kiosk() {
  const app = useApp();
  const { t, has } = app.i18n.value;
  const minutes = app.state.base.config.kioskMinutes;
  const exploring = useSignal(false);
  const running = useRef<Running | null>(null);
  useEffect(() => {
    app.need.words('author');
    const presentation = presentationOf(app);
    const { playback, listed, authoring } = presentation;
    // What the address names may still be on its way; the overview plays where it is not to be had.
    const stop = effect(() => {
      const known = playback.tour.value !== null || (listed.value !== null && authoring.ready.value);
      if (!known || running.current !== null) return;
      untracked(() => (running.current = runKiosk(app, presentation, exploring, minutes * MS_PER_MINUTE)));
    });
    return () => {
      stop();
      running.current?.stop();
      running.current = null;
    };
  }, []);
  if (!exploring.value || !has('author')) return null;
  return (
    <>
      <header class="visually-hidden">
        <h1>{t('appTitle')}</h1>
      </header>
      <p class="kiosk-banner no-print" role="status">
        {t('kioskExploring', { minutes })}{' '}
        <button type="button" class="link-button" onClick={() => running.current?.back()}>
          {t('kioskBack')}
        </button>
      </p>
    </>
  );
}
