/** How good is here: a switch for the surface under the symbols, its legend, and of how much of the question it speaks. */
import { HEAT_STEP_M } from '../../analysis/invest/scales.ts';
import { shadeColours } from '../../domain/shade-ramp.ts';
import { useApp } from '../../state/app.ts';
import type { Finder } from '../../state/invest/finder.ts';
import { type HeatShown, heatSteps } from '../../state/invest/heat-classes.ts';
import { Note } from '../../ui/pieces.tsx';
import { ShadeSwatch, UnknownSwatch } from '../shared/shade-swatch.tsx';
import { criterionList, ownNames } from './criterion-text.ts';

const KM = HEAT_STEP_M / 1000;

export function HeatFold({ finder }: { readonly finder: Finder }) {
  const { state, i18n } = useApp();
  const { t, number } = i18n.value;
  const heat = state.invest.heat.value;
  if (heat === null) return null;
  const on = heat.on.value;
  const { criteria, left, share } = heat.parts.value;
  const list = (ids: typeof criteria) => criterionList(i18n.value, ids, ownNames(finder));
  const shown = heat.shown.value;
  return (
    <details class="invest-fold" open={on}>
      <summary>{t('heat')}</summary>
      <div class="fold-body heat-body">
        <label class="switch">
          <input
            type="checkbox"
            checked={on}
            disabled={!on && criteria.length === 0}
            onChange={(event) => state.invest.setHeat(event.currentTarget.checked)}
          />
          {t('heatSwitch', { km: KM })}
        </label>
        {criteria.length === 0 ? (
          <Note>
            {t(
              finder.question.value.clusters.length + finder.question.value.focus.length === 0
                ? 'heatUnasked'
                : 'heatNone',
            )}
          </Note>
        ) : (
          <>
            <p class="small">
              {t('heatAbout', { list: list(criteria), n: number(100 * share, 0) })}{' '}
              {left.length > 0 && t('heatLeft', { list: list(left) })}
            </p>
            {on && (
              <div role="status">
                {shown === null ? <p class="muted small">{t('heatPending')}</p> : <HeatKey shown={shown} />}
              </div>
            )}
            {on && <p class="muted small">{t('heatHow', { km: KM })}</p>}
          </>
        )}
      </div>
    </details>
  );
}

function HeatKey({ shown }: { readonly shown: HeatShown }) {
  const { state, i18n } = useApp();
  const { t, number } = i18n.value;
  const theme = state.theme.value;
  const colours = shadeColours(theme, shown.classes);
  return (
    <ul class="heat-key small" aria-label={t('heatKey')}>
      {heatSteps(shown).map(({ from, to }, at) => (
        <li key={from}>
          <ShadeSwatch fill={colours[at]} />
          <span class="tabular">
            {number(from)} – {number(to)}
          </span>
        </li>
      ))}
      {shown.hasUnknown && (
        <li>
          <UnknownSwatch theme={theme} />
          <span>{t('heatUntold')}</span>
        </li>
      )}
    </ul>
  );
}
