/** Zoom and the whole city: what the wheel does elsewhere. */
import { useApp } from '../../state/app.ts';
import { IconButton } from '../../ui/pieces.tsx';

export function EmbedControls() {
  const { i18n, map } = useApp();
  const { t } = i18n.value;
  const port = map.value;
  if (port === null) return null;
  return (
    <fieldset class="map-controls no-print" aria-label={t('mapLabel')}>
      <IconButton icon="plus" label={t('zoomIn')} onClick={() => port.zoomIn()} />
      <IconButton icon="minus" label={t('zoomOut')} onClick={() => port.zoomOut()} />
      <IconButton icon="extent" label={t('resetView')} onClick={() => port.reset()} />
    </fieldset>
  );
}
