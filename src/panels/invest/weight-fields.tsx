/** What counts how much: a kind of investor to start from, and a slider a criterion. */
import { PRESET_IDS } from '../../analysis/invest/presets.ts';
import { isOwn, MOST_WEIGHT } from '../../analysis/invest/question.ts';
import { CRITERION_IDS, type CriterionId, type OwnCriterion } from '../../analysis/invest/types.ts';
import { useApp } from '../../state/app.ts';
import type { Finder } from '../../state/invest/finder.ts';
import { LinkButton, Note } from '../../ui/pieces.tsx';
import { criterionWords, ownNames } from './criterion-text.ts';

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

function WeightField(props: { readonly finder: Finder; readonly id: CriterionId; readonly weight: number }) {
  const { finder, id, weight } = props;
  const { i18n } = useApp();
  const { t } = i18n.value;
  const name = criterionWords(i18n.value, id, ownNames(finder));
  const hint = useWhyIdle(finder, id);
  const sign = weight < 0 ? -1 : 1;
  const size = Math.abs(weight);
  return (
    <label class={`weight-field ${size === 0 || hint !== null ? 'is-idle' : ''}`}>
      <span class="weight-name">
        {name}
        {hint !== null && size > 0 && <span class="muted small">{hint}</span>}
      </span>
      <input
        type="range"
        min={0}
        max={MOST_WEIGHT}
        step={1}
        value={size}
        aria-label={t('weightOf', { criterion: name })}
        aria-valuetext={size === 0 ? t('weightNone') : String(size)}
        onInput={(event) => finder.setWeight(id, sign * Number(event.currentTarget.value))}
      />
      <span class="weight-value tabular" aria-hidden="true">
        {size === 0 ? t('weightNone') : size}
      </span>
    </label>
  );
}

/** Why a criterion does not count yet, whatever its weight. */
function useWhyIdle(finder: Finder, id: CriterionId): string | null {
  const { t } = useApp().i18n.value;
  const { clusters, terms } = finder.understood.value;
  if ((id === 'cluster' || id === 'neighbours') && clusters.length === 0) return t('weightNeedsWords');
  if (id === 'focus' && terms.length === 0) return t('weightNeedsWords');
  if (id === 'district' && finder.limits.value.preferred.length === 0) return t('weightNeedsDistrict');
  return null;
}

/** Numeric columns of the user's imports that name candidates; a weight below 0 means that less is better. */
function OwnFields({ finder }: { readonly finder: Finder }) {
  const { state, i18n, need } = useApp();
  const { t } = i18n.value;
  const columns = finder.own.value;
  const { weights } = finder.weights.value;
  const open = () => {
    need.imports();
    state.actions.openView('data');
  };
  return (
    <fieldset class="own-columns">
      <legend>{t('ownColumns')}</legend>
      {columns.map(({ id, name }) => {
        const weight = weights.get(id) ?? 0;
        return (
          <div key={id}>
            <WeightField finder={finder} id={id} weight={weight} />
            {isOwn(id) && weight !== 0 && <OwnDirection finder={finder} id={id} name={name} weight={weight} />}
          </div>
        );
      })}
      <Note>
        {t('ownHint')} <LinkButton onClick={open}>{t('ownImport')}</LinkButton>
      </Note>
    </fieldset>
  );
}

function OwnDirection(props: {
  readonly finder: Finder;
  readonly id: OwnCriterion;
  readonly name: string;
  readonly weight: number;
}) {
  const { t } = useApp().i18n.value;
  const { finder, id, name, weight } = props;
  return (
    <label class="compact-select own-direction">
      <span class="visually-hidden">{t('ownDirection', { name })}</span>
      <select
        value={weight < 0 ? 'less' : 'more'}
        onChange={(event) => finder.setWeight(id, Math.abs(weight) * (event.currentTarget.value === 'less' ? -1 : 1))}
      >
        <option value="more">{t('ownMore')}</option>
        <option value="less">{t('ownLess')}</option>
      </select>
    </label>
  );
}
