/** What the shapes mean, and the switch for every error circle. */
import { useApp } from '../../state/app.ts';
import { Mark } from '../../ui/mark.tsx';

export function SymbolKey() {
  const { state, i18n } = useApp();
  const { t } = i18n.value;
  const theme = state.theme.value;
  return (
    <details class="symbol-key">
      <summary>{t('shapeTitle')}</summary>
      <ul>
        <li>
          <Mark cluster="cross" theme={theme} group="project" size={18} /> {t('shapeProject')}
        </li>
        <li>
          <Mark cluster="cross" theme={theme} group="area" form="ring" size={18} /> {t('shapeArea')}
        </li>
        <li>
          <Mark cluster="cross" theme={theme} group="platform" size={18} /> {t('shapePlatform')}
        </li>
        <li>
          <Mark cluster="cross" theme={theme} group="project" coarse size={18} />
          <Mark cluster="cross" theme={theme} group="area" form="ring" coarse size={18} /> {t('shapeCoarse')}
        </li>
        <li>
          <span class="radius-sample" aria-hidden="true" /> {t('shapeRadius')}
        </li>
      </ul>
      <label class="switch">
        <input
          type="checkbox"
          checked={state.radii.value}
          onChange={() => state.actions.setRadii(!state.radii.value)}
        />
        <span>{t('radiiAll')}</span>
      </label>
    </details>
  );
}
