/** Zoom, whole city, base map, measuring: there when the map is. */
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

const MeasureBar = lazyPanel(() => import('../measure/measure-bar.tsx').then((m) => m.default), {
  words: ['panels', 'measure'],
  wait: 'silent',
});

const RULER = { path: 'M3 15L15 3L21 9L9 21ZM6 12L8 14M9 9L11.5 11.5M12 6L14 8' };

export function MapControls() {
  const { state, i18n, map, narrow } = useApp();
  const { t } = i18n.value;
  const choosing = useSignal(false);
  const opener = useRef<HTMLButtonElement>(null);
  const ruler = useRef<HTMLButtonElement>(null);
  const port = map.value;
  // In a hall there is nothing to set.
  const isKiosk = state.present.kiosk.value;
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
        {!isKiosk && (
          <>
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
            <button
              type="button"
              class="icon-button"
              aria-label={t('measureTool')}
              title={t('measureTool')}
              aria-expanded={state.measuring.value}
              ref={ruler}
              onClick={() => state.actions.setMeasuring(!state.measuring.peek())}
            >
              <Icon name={RULER} />
            </button>
          </>
        )}
      </fieldset>
      {choosing.value && <BaseSwitcher onClose={close} />}
      {state.measuring.value && (
        <MeasureBar
          onClose={() => {
            state.actions.setMeasuring(false);
            ruler.current?.focus();
          }}
        />
      )}
      {state.inView.value?.gridShown === true && <GroundLine />}
    </>
  );
}
