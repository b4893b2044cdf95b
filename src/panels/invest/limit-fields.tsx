/** What must hold: distances, districts, status. What cannot be told stays, unless the user says otherwise. */
import { BOUNDED, BOUNDED_IDS, type BoundedCriterion, WITHIN_KM } from '../../analysis/invest/question.ts';
import { DISTRICT_IDS, type DistrictId } from '../../domain/vocabulary.ts';
import { useApp } from '../../state/app.ts';
import type { Finder } from '../../state/invest/finder.ts';
import { LinkButton } from '../../ui/pieces.tsx';
import { criterionWords, ownNames } from './criterion-text.ts';

export function LimitFields({ finder }: { readonly finder: Finder }) {
  const { t } = useApp().i18n.value;
  const limits = finder.limits.value;
  const set =
    limits.bounds.size +
    Number(limits.districts !== null) +
    Number(limits.preferred.length > 0) +
    Number(limits.running) +
    Number(limits.sure);
  return (
    <details class="invest-fold">
      <summary>
        {t('limits')}
        {set > 0 && <span class="muted small">{t('limitsSet', { n: set })}</span>}
      </summary>
      <div class="fold-body">
        {BOUNDED_IDS.map((id) => (
          <BoundField key={id} finder={finder} id={id} />
        ))}
        <OwnBounds finder={finder} />
        <InsideBounds finder={finder} />
        <label class="limit-field">
          <span>{t('limitWithin')}</span>
          <input
            type="number"
            min={1}
            max={50}
            step={1}
            value={limits.withinM / 1000}
            onChange={(event) => {
              const km = Number(event.currentTarget.value);
              finder.setLimits({ withinM: (km >= 1 && km <= 50 ? km : WITHIN_KM) * 1000 });
            }}
          />
          <span class="muted">{t('limitKm')}</span>
        </label>
        <fieldset class="limit-districts">
          <legend>{t('limitDistricts')}</legend>
          {DISTRICT_IDS.map((id) => (
            <DistrictField key={id} finder={finder} id={id} />
          ))}
        </fieldset>
        <label class="switch">
          <input
            type="checkbox"
            checked={limits.running}
            onChange={(event) => finder.setLimits({ running: event.currentTarget.checked })}
          />
          {t('limitRunning')}
        </label>
        <label class="switch">
          <input
            type="checkbox"
            checked={limits.sure}
            onChange={(event) => finder.setLimits({ sure: event.currentTarget.checked })}
          />
          {t('limitSure')}
        </label>
        {set > 0 && <LinkButton onClick={() => finder.clearLimits()}>{t('limitsClear')}</LinkButton>}
      </div>
    </details>
  );
}

function BoundField({ finder, id }: { readonly finder: Finder; readonly id: BoundedCriterion }) {
  const { i18n } = useApp();
  const { t } = i18n.value;
  const scale = BOUNDED[id] === 'km' ? 1000 : 1;
  const bound = finder.limits.value.bounds.get(id);
  const criterion = criterionWords(i18n.value, id);
  return (
    <label class="limit-field">
      <span>{t(BOUNDED[id] === 'km' ? 'limitMost' : 'limitLeast', { criterion })}</span>
      <input
        type="number"
        min={0}
        max={500}
        step={BOUNDED[id] === 'km' ? 0.5 : 1}
        value={bound === undefined ? '' : bound / scale}
        placeholder={t('limitNone')}
        onChange={(event) => {
          const value = Number(event.currentTarget.value);
          finder.setBound(id, event.currentTarget.value === '' || !(value > 0) ? null : Math.min(500, value) * scale);
        }}
      />
      <span class="muted">{t(BOUNDED[id] === 'km' ? 'limitKm' : 'limitCount')}</span>
    </label>
  );
}

/** Columns of the user's own that have a weight: at most where less is better, else at least. */
function OwnBounds({ finder }: { readonly finder: Finder }) {
  const { i18n } = useApp();
  const { t } = i18n.value;
  const { weights } = finder.weights.value;
  return (
    <>
      {finder.own.value.flatMap(({ id }) => {
        const weight = weights.get(id) ?? 0;
        if (weight === 0) return [];
        const criterion = criterionWords(i18n.value, id, ownNames(finder));
        return [
          <label class="limit-field" key={id}>
            <span>{t(weight < 0 ? 'limitMost' : 'limitLeast', { criterion })}</span>
            <input
              type="number"
              step="any"
              value={finder.limits.value.bounds.get(id) ?? ''}
              placeholder={t('limitNone')}
              onChange={(event) => {
                const { value } = event.currentTarget;
                finder.setBound(id, value === '' ? null : Number(value));
              }}
            />
            <span />
          </label>,
        ];
      })}
    </>
  );
}

/** Areas of the user's own that weigh something: whether a candidate must lie inside, or outside. */
function InsideBounds({ finder }: { readonly finder: Finder }) {
  const { t } = useApp().i18n.value;
  const { weights } = finder.weights.value;
  return (
    <>
      {finder.places.value.flatMap(({ id, kind, name }) => {
        const weight = weights.get(id) ?? 0;
        if (weight === 0 || kind !== 'in') return [];
        return [
          <label class="switch" key={id}>
            <input
              type="checkbox"
              checked={finder.limits.value.bounds.has(id)}
              onChange={(event) => finder.setBound(id, event.currentTarget.checked ? 1 : null)}
            />
            {t(weight < 0 ? 'limitOutside' : 'limitInside', { name })}
          </label>,
        ];
      })}
    </>
  );
}

function DistrictField({ finder, id }: { readonly finder: Finder; readonly id: DistrictId }) {
  const { t } = useApp().i18n.value;
  const { districts, preferred } = finder.limits.value;
  const value = districts?.includes(id) === true ? 'only' : preferred.includes(id) ? 'prefer' : 'any';
  const choose = (next: string) => {
    const only = DISTRICT_IDS.filter((d) => (d === id ? next === 'only' : districts?.includes(d) === true));
    finder.setLimits({
      districts: only.length === 0 ? null : only,
      preferred: DISTRICT_IDS.filter((d) => (d === id ? next === 'prefer' : preferred.includes(d))),
    });
  };
  return (
    <label class="limit-field">
      <span>{t(`district.${id}`)}</span>
      <select value={value} onChange={(event) => choose(event.currentTarget.value)}>
        <option value="any">{t('limitDistrict.any')}</option>
        <option value="prefer">{t('limitDistrict.prefer')}</option>
        <option value="only">{t('limitDistrict.only')}</option>
      </select>
    </label>
  );
}
