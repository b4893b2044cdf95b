/** What counts how much: a kind of investor to start from, and a slider a criterion. */
import { PRESET_IDS } from '../../analysis/invest/presets.ts';
import { CRITERION_IDS } from '../../analysis/invest/types.ts';
import { useApp } from '../../state/app.ts';
import type { Finder } from '../../state/invest/finder.ts';
import { LinkButton, Note } from '../../ui/pieces.tsx';
import { OwnFields } from './own-fields.tsx';
import { WeightField } from './weight-field.tsx';

/** The weights to start from, by kind of investor. */
export function PresetField({ finder }: { readonly finder: Finder }) {
  const { t } = useApp().i18n.value;
  const { preset } = finder.weights.value;
  return (
    <div class="preset">
      <label>
        <span>{t('preset')}</span>
        <select
          value={preset}
          onChange={(event) =>
            finder.setPreset(PRESET_IDS.find((id) => id === event.currentTarget.value) ?? 'balanced')
          }
        >
          {PRESET_IDS.map((id) => (
            <option key={id} value={id}>
              {t(`preset.${id}`)}
            </option>
          ))}
        </select>
      </label>
      <Note>{t(`presetWhy.${preset}`)}</Note>
    </div>
  );
}

export function WeightFields({ finder }: { readonly finder: Finder }) {
  const { t } = useApp().i18n.value;
  const { preset, weights } = finder.weights.value;
  const changed = finder.isChanged.value;
  return (
    <details class="invest-fold">
      <summary>
        {t('weights')}
        {changed && <span class="muted small">{t('weightsChanged')}</span>}
      </summary>
      <div class="fold-body">
        <Note>{t('presetJudged')}</Note>
        {CRITERION_IDS.map((id) => (
          <WeightField key={id} finder={finder} id={id} weight={weights.get(id) ?? 0} />
        ))}
        {changed && <LinkButton onClick={() => finder.setPreset(preset)}>{t('weightsReset')}</LinkButton>}
        <OwnFields finder={finder} />
      </div>
    </details>
  );
}
