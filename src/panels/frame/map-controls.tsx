/** Zoom, whole city, base map: there when the map is. */
import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { useApp } from '../../state/app.ts';
import { Icon } from '../../ui/icon.tsx';
import { IconButton } from '../../ui/pieces.tsx';
import { lazyPanel } from './lazy-panel.tsx';

const GroundLine = lazyPanel(() => import('./ground-line.tsx').then((m) => m.default), {
  words: ['panels'],
  wait: 'silent',
});
const BaseSwitcher = lazyPanel(() => import('../switcher/base-switcher.tsx').then((m) => m.default), {
  words: ['switcher'],
  wait: 'silent',
});

export function MapControls() {
  const { state, i18n, map, narrow } = useApp();
  const { t } = i18n.value;
  const choosing = useSignal(false);
  const opener = useRef<HTMLButtonElement>(null);
  const port = map.value;
  if (port === null) return null;
  const close = () => {
    choosing.value = false;
    opener.current?.focus();
  };
  return (
    <>
      <fieldset class="map-controls no-print" aria-label={t('mapLabel')}>
        <IconButton icon="plus" label={t('zoomIn')} onClick={() => port.zoomIn()} />
        <IconButton icon="minus" label={t('zoomOut')} onClick={() => port.zoomOut()} />
        <IconButton icon="extent" label={t('resetView')} onClick={() => port.reset()} />
        <button
          type="button"
          class="icon-button"
          aria-label={t('basemap')}
          title={t('basemap')}
          aria-expanded={choosing.value}
          ref={opener}
          onClick={() => {
            choosing.value = !choosing.value;
            // On a phone the map is looked at while one chooses.
            if (narrow.value && choosing.value) state.actions.setSheet('peek');
          }}
        >
          <Icon name="layers" />
        </button>
      </fieldset>
      {choosing.value && <BaseSwitcher onClose={close} />}
      {state.inView.value?.gridShown === true && <GroundLine />}
    </>
  );
}
