/** Zoom, whole city, base map: there when the map is. */
import { useApp } from '../../state/app.ts';
import { IconButton } from '../../ui/pieces.tsx';
import { lazyPanel } from './lazy-panel.tsx';

const GroundLine = lazyPanel(() => import('./ground-line.tsx').then((m) => m.default), {
  words: ['panels'],
  wait: 'silent',
});

export function MapControls() {
  const { state, i18n, map } = useApp();
  const { t } = i18n.value;
  const port = map.value;
  const { basemaps } = state.base.config;
  if (port === null) return null;
  return (
    <>
      <fieldset class="map-controls no-print" aria-label={t('mapLabel')}>
        <IconButton icon="plus" label={t('zoomIn')} onClick={() => port.zoomIn()} />
        <IconButton icon="minus" label={t('zoomOut')} onClick={() => port.zoomOut()} />
        <IconButton icon="extent" label={t('resetView')} onClick={() => port.reset()} />
        {basemaps.length > 0 && (
          <label class="compact-select">
            <span class="visually-hidden">{t('basemap')}</span>
            <select
              value={state.basemap.value ?? ''}
              onChange={(event) =>
                state.actions.setBasemap(event.currentTarget.value === '' ? null : event.currentTarget.value)
              }
            >
              <option value="">{t('basemapThematic')}</option>
              {basemaps.map((base) => (
                <option key={base.id} value={base.id}>
                  {base.label}
                </option>
              ))}
            </select>
          </label>
        )}
        <IconButton icon="layers" label={t('basemap')} onClick={() => state.actions.openView('basemaps')} />
      </fieldset>
      {state.inView.value?.gridShown === true && <GroundLine />}
    </>
  );
}
