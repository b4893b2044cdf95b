/**
 * Keeps the product on this device once the first view is there, and says when a newer build of it is ready. Drawn in a
 * place of its own, beside the app: it may come at any time, and nothing of the app waits for it.
 */
import { render } from 'preact';
import { keepOffline } from '../../offline/follow.ts';
import { type App, AppProvider, useApp } from '../../state/app.ts';
import './new-version.css';

/** How long nobody has touched the page when files begin to be kept, ms: they would be in the way of what is moved. */
const QUIET_MS = 2000;
// Who works by voice or a screen reader clicks without a pointer.
const TOUCHES = ['pointerdown', 'pointerup', 'click', 'change', 'wheel', 'keydown'] as const;

function quiet(): Promise<void> {
  return new Promise((resolve) => {
    const touched = (): void => {
      clearTimeout(waiting);
      waiting = setTimeout(done, QUIET_MS);
    };
    const done = (): void => {
      for (const kind of TOUCHES) removeEventListener(kind, touched, true);
      resolve();
    };
    let waiting = setTimeout(done, QUIET_MS);
    for (const kind of TOUCHES) addEventListener(kind, touched, { capture: true, passive: true });
  });
}

export async function keepAndAnnounce(app: App): Promise<void> {
  await quiet();
  // What is seen now is what the next version is compared with.
  void import('../../state/workspace/workspace.ts').then(
    ({ workspaceOf }) => workspaceOf(app).noteSeen(),
    () => {},
  );
  let place: HTMLElement | null = null;
  await keepOffline((reload) => {
    place ??= document.body.appendChild(document.createElement('div'));
    const inPlace = place;
    render(
      <AppProvider value={app}>
        <NewVersion onReload={reload} onLater={() => render(null, inPlace)} />
      </AppProvider>,
      inPlace,
    );
  });
}

interface NewVersionProps {
  readonly onReload: () => void;
  readonly onLater: () => void;
}

export function NewVersion({ onReload, onLater }: NewVersionProps) {
  const { state, i18n } = useApp();
  const { t, has } = i18n.value;
  // Not before an audience: it is said when the presenter is done.
  if (state.mode.value === 'present' || !has('panels')) return null;
  return (
    <div class="news no-print" role="status">
      <p>{t('newVersion')}</p>
      <button type="button" class="text-button" onClick={onReload}>
        {t('newVersionReload')}
      </button>
      <button type="button" class="link-button" onClick={onLater}>
        {t('newVersionLater')}
      </button>
    </div>
  );
}
