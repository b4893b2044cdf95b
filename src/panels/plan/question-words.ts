/** A question in words, as files, pictures and prints name it: "within 2 km of row 3 of “parcels”". */
import { labelAt } from '../../domain/point-set.ts';
import { DISTRICT_IDS } from '../../domain/vocabulary.ts';
import type { I18n } from '../../i18n/index.ts';
import type { Area, Around, Ask, OwnAsk } from '../../state/address/plan-address.ts';
import type { AppState } from '../../state/app-state.ts';
import { shapeAsked } from '../../state/plan/answer.ts';
import { ownRef } from '../../state/plan/own-ref.ts';

type Asked = Pick<AppState, 'things' | 'plan' | 'imports'>;

export function questionWords(i18n: I18n, state: Asked, ask: Ask): string {
  const { t, number } = i18n;
  switch (ask.kind) {
    case 'area':
      return t('question.area', { place: areaName(i18n, state, ask.area) });
    case 'polygon':
      return t('question.polygon', { n: ask.ring.length });
    case 'radius':
      return t('question.radius', { place: aroundName(i18n, state, ask.around), km: number(ask.withinKm, 1) });
    case 'own':
      return ownWords(i18n, state, ask);
  }
}

function areaName({ t, name }: I18n, { things }: Asked, { entity, id }: Area): string {
  if (entity === 'district') return t(`district.${DISTRICT_IDS.find((known) => known === id) ?? 'nanhai'}`);
  const town = things.value.town.get(id);
  return town === undefined ? id : name(town.properties);
}

function aroundName(i18n: I18n, state: Asked, around: Around): string {
  if (around.entity === 'pin') return around.at.join(',');
  if (around.entity !== 'site') {
    const place = areaName(i18n, state, around);
    return around.entity === 'district' ? i18n.t('askDistrictLabel', { district: place }) : place;
  }
  const site = state.things.value.site.get(around.id);
  return site === undefined ? around.id : i18n.name(site);
}

function ownWords({ t, number }: I18n, { plan, imports }: Asked, ask: OwnAsk): string {
  const shape = shapeAsked(plan.answers.value?.own.value ?? null);
  const ref = ownRef(ask);
  const row = shape?.row ?? ref.row;
  const params = {
    set: imports.value?.byId(ref.setId)?.look.name ?? t('askOwnUnknown'),
    n: number(row + 1),
    name: shape === null ? '' : labelAt(shape.set, row),
    km: number(ask.withinKm, 1),
  };
  if (params.name === '') return t(ask.withinKm === 0 ? 'question.ownInsideUnnamed' : 'question.ownUnnamed', params);
  return t(ask.withinKm === 0 ? 'question.ownInside' : 'question.own', params);
}
