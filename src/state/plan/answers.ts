/** The answer to the question of the address: of the register, or of the imported set that the panel asks. */
import { computed, effect } from '@preact/signals';
import { among } from '../../analysis/answer.ts';
import { registerSet } from '../../analysis/register-set.ts';
import type { AppState } from '../app-state.ts';
import { measured } from '../timing.ts';
import { type Answers, type AskedSet, answerTo, askedImport, shapeAsked } from './answer.ts';
import { ownQuestion } from './own-question.ts';
import { loadReach } from './reach-code.ts';
import { NO_TOWNS, type ShownTowns, townsFound } from './town-areas.ts';

type Asking = Pick<AppState, 'base' | 'plan' | 'visibleSites' | 'things' | 'imports' | 'isAsking'>;

export function createAnswers(
  { base, plan, visibleSites, things, imports, isAsking }: Asking,
  towns: ShownTowns,
): Answers {
  const { ask } = plan;
  /** What a circle is drawn around is not within it. */
  const around = computed(() => {
    const question = ask.value;
    return question?.kind === 'radius' && question.around.entity === 'site' ? question.around.id : null;
  });
  // A set of the user's own is in no address: the map follows it only while the panel that asks it is open.
  const imported = computed(() => {
    const sets = isAsking.value ? (imports.value?.sets.value ?? []) : [];
    return sets.find(({ id }) => id === imports.value?.subject.value) ?? null;
  });
  const own = ownQuestion(ask, imports);
  const shape = computed(() => shapeAsked(own.value));
  const register = computed<AskedSet>(() => {
    const counted = registerSet(
      visibleSites.value.filter((site) => site.id !== around.value),
      'register',
    );
    return { counted, idOf: (row) => counted.ids[row] ?? '', rows: undefined, isFiltered: false };
  });
  const asked = computed<AskedSet>(() => {
    const set = imported.value;
    const rows = set === null ? register.value : askedImport(set, shape.value);
    return { ...rows, counted: townsFound(rows.counted, towns.value) };
  });
  const found = computed(() => {
    const question = ask.value;
    const { counted } = asked.value;
    return question === null
      ? null
      : measured('query', () => answerTo(base, things.value, counted, question, shape.value));
  });
  const answer = computed(() => (found.value === null ? null : among(found.value, asked.value.rows)));
  const sites = computed(() => {
    const { idOf } = asked.value;
    if (answer.value === null || idOf === null) return null;
    return new Set([...(around.value === null ? [] : [around.value]), ...Array.from(answer.value.possible, idOf)]);
  });
  return { imported, asked, answer, own, sites, towns };
}

/** Fills `state.plan.answers`, once: calling again changes nothing. */
export function startAnswers(state: AppState, towns: ShownTowns = NO_TOWNS): void {
  state.plan.provide({ answers: createAnswers(state, towns) });
  effect(() => {
    if (state.plan.ask.value?.kind === 'own') loadReach().catch(state.actions.notify);
  });
}
