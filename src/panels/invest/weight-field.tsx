/** One criterion's weight, and why it may not count yet. */
import { MOST_WEIGHT } from '../../analysis/invest/question.ts';
import type { CriterionId } from '../../analysis/invest/types.ts';
import { useApp } from '../../state/app.ts';
import type { Finder } from '../../state/invest/finder.ts';
import { criterionWords, ownNames } from './criterion-text.ts';

export function WeightField(props: { readonly finder: Finder; readonly id: CriterionId; readonly weight: number }) {
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
