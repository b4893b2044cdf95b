/** The words in place of a map that is not there yet, or cannot be drawn. */
import { useApp } from '../../state/app.ts';
import { Kept, ReloadPage, reasonOf } from './part-failed.tsx';

export function MapMessage() {
  const { state, i18n } = useApp();
  const { t } = i18n.value;
  switch (state.mapStatus.value) {
    case 'ready':
    case 'no-webgl':
      return null;
    case 'waiting':
      return (
        <p class="map-message" role="status">
          {t('mapLoading')}
        </p>
      );
    case 'failed':
      return (
        <div class="map-message is-warning" role="alert">
          <p>{t('mapFailed', { reason: reasonOf(i18n.value, state.notice.value ?? '') })}</p>
          <ReloadPage />
          <Kept />
        </div>
      );
  }
}
