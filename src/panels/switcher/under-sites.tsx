/** What lies under the sites: each part of the base map on or off, kept in the address. */
import { CONTEXT_LAYERS } from '../../domain/vocabulary.ts';
import { useApp } from '../../state/app.ts';
import { toggled } from '../../state/filter.ts';

export function UnderSites() {
  const { state, i18n } = useApp();
  const { t } = i18n.value;
  const on = state.layers.value;
  return (
    <fieldset class="base-under">
      <legend>{t('switcherUnder')}</legend>
      {CONTEXT_LAYERS.map((layer) => (
        <label key={layer}>
          <input
            type="checkbox"
            checked={on === null || on.includes(layer)}
            onChange={() => state.actions.setLayers(toggled(CONTEXT_LAYERS, on, layer))}
          />
          {t(`underLayer.${layer}`)}
        </label>
      ))}
      <p class="base-credit base-hint">{t('switcherUnderHint')}</p>
    </fieldset>
  );
}
