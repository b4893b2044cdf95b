/** The time of day, and how long the talk has been going. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useApp } from '../../../state/app.ts';

/** 75 s → 1:15; an hour and more → 1:02:03. */
export function elapsedWords(ms: number): string {
  const s = Math.max(0, Math.floor(ms / 1000));
  const two = (n: number) => String(n).padStart(2, '0');
  const [hours, minutes] = [Math.floor(s / 3600), Math.floor(s / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(s % 60)}` : `${minutes}:${two(s % 60)}`;
}

export function Clock({ since, onReset }: { readonly since: number; readonly onReset: () => void }) {
  const { t } = useApp().i18n.value;
  const now = useSignal(Date.now());
  useEffect(() => {
    const timer = setInterval(() => (now.value = Date.now()), 500);
    return () => clearInterval(timer);
  }, []);
  const time = new Date(now.value);
  const two = (n: number) => String(n).padStart(2, '0');
  return (
    <dl class="notes-clock tabular">
      <div>
        <dt>{t('notesClock')}</dt>
        <dd>
          {two(time.getHours())}:{two(time.getMinutes())}
        </dd>
      </div>
      <div>
        <dt>{t('notesElapsed')}</dt>
        <dd>
          {elapsedWords(now.value - since)}
          <button type="button" class="link-button" onClick={onReset}>
            {t('notesReset')}
          </button>
        </dd>
      </div>
    </dl>
  );
}
