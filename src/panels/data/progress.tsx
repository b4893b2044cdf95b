/** How far the import has come, and the way to stop it. */
import type { Progress as Done } from '../../data/import/types.ts';
import { useApp } from '../../state/app.ts';
import { LinkButton } from '../../ui/pieces.tsx';

interface ProgressProps {
  readonly file: File;
  readonly progress: Done;
  readonly onCancel: () => void;
}

export function Progress({ file, progress, onCancel }: ProgressProps) {
  const { i18n } = useApp();
  const { t } = i18n.value;
  const { bytesRead, bytesTotal, rows } = progress;
  const percent = bytesTotal === 0 ? 0 : Math.min(100, Math.floor((100 * bytesRead) / bytesTotal));
  const title = t('dataImporting', { name: file.name });
  return (
    <div class="data-step">
      <h3>{title}</h3>
      <progress class="data-progress" max={100} value={percent} aria-label={title} />
      {/* Spoken by the bar itself; words that change many times a second would never end. */}
      <p class="tabular small" aria-hidden="true">
        {t('dataProgress', { rows, percent })}
      </p>
      <LinkButton onClick={onCancel}>{t('dataCancel')}</LinkButton>
    </div>
  );
}
