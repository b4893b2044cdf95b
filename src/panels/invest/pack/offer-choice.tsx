/** Which support is needed: topics to tick and a unit to keep to, for the panel of the offers and the pack alike. */
import type { OfferList } from '../../../domain/schema/offer.ts';
import { useApp } from '../../../state/app.ts';
import { LinkButton } from '../../../ui/pieces.tsx';
import { type KeptChoices, neededTopics, unitsOfClause } from './choices.ts';

export function OfferChoice({ list, kept }: { readonly list: OfferList; readonly kept: KeptChoices }) {
  const { state, i18n } = useApp();
  const { t, text, name } = i18n.value;
  const { choices, change } = kept;
  const chosen = neededTopics(state, choices);
  const preset = state.invest.finder.value?.weights.value.preset ?? 'balanced';
  const units = [...new Set(list.offers.flatMap(({ clause }) => unitsOfClause(state, clause)))];
  const toggle = (id: string) => {
    const next = chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id];
    // In the order of the list, so that the same choice is kept the same way.
    change({ topics: list.topics.map((topic) => topic.id).filter((one) => next.includes(one)) });
  };
  return (
    <>
      <fieldset class="offers-topics">
        <legend>{t('offersTopics')}</legend>
        {list.topics.map(({ id, name: topic }) => (
          <label class="switch" key={id}>
            <input type="checkbox" checked={chosen.includes(id)} onChange={() => toggle(id)} />
            {text(topic)}
          </label>
        ))}
        {choices.topics === null && <p class="small muted">{t('offersTopicsOf', { preset: t(`preset.${preset}`) })}</p>}
        <LinkButton onClick={() => change({ topics: list.topics.map(({ id }) => id) })}>
          {t('offersTopicsAll')}
        </LinkButton>
      </fieldset>
      <label class="field offers-for">
        <span>{t('offersUnit')}</span>
        <select
          value={choices.unit ?? ''}
          onChange={({ currentTarget: { value } }) => change({ unit: units.find((id) => id === value) ?? null })}
        >
          <option value="">{t('offersUnitAny')}</option>
          {units.map((id) => {
            const unit = state.things.value.unit.get(id);
            return unit === undefined ? null : (
              <option key={id} value={id}>
                {name(unit)}
              </option>
            );
          })}
        </select>
      </label>
    </>
  );
}
