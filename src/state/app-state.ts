/**
 * The app's state: a factory, so that every test gets a fresh one. Everything that can be derived is computed; nothing
 * here touches the outside world. What changes it are the verbs of its slices and `actions`.
 */
import { computed, type ReadonlySignal } from '@preact/signals';
import type { Base } from '../domain/base.ts';
import { indexOf } from '../domain/things.ts';
import { filterActions } from './actions/filters.ts';
import { openActions } from './actions/open.ts';
import { planActions } from './actions/plan.ts';
import { restoreAction } from './actions/restore.ts';
import type { Address } from './address/keys.ts';
import { existingAddress } from './address/resolve.ts';
import { createCorrections } from './corrections/corrections.ts';
import { held } from './held.ts';
import { createInvest } from './invest/invest.ts';
import { createLaterData } from './later-data.ts';
import { createOpened } from './opened.ts';
import { createPage, type StateDefaults } from './page.ts';
import { createPlan } from './plan/plan.ts';
import { createPresent, type Stage } from './present/present.ts';
import { createRegister } from './register.ts';

export type { SheetHeight, StateDefaults } from './page.ts';

export type AppState = ReturnType<typeof createAppState>;

/** @param still a stage that pictures are made of, in the place of what plays. */
export function createAppState(
  base: Base,
  asked: Address,
  defaults: StateDefaults,
  still: ReadonlySignal<Stage | null> | null = null,
) {
  const address = held(existingAddress(base, asked));
  const page = createPage(address, defaults);
  const later = createLaterData();
  const corrections = createCorrections(base);
  const present = createPresent(address, still);
  const plan = createPlan(address, present.stopShow);
  const invest = createInvest(address);
  /** Everything that can be looked up, sites with the user's corrections. */
  const things = computed(() => indexOf({ ...base, sites: corrections.sites.value }));
  const opened = createOpened(base, things, address);
  const register = createRegister({
    address,
    sites: computed(() => plan.dated.value?.value ?? corrections.sites.value),
    things,
    selection: opened.signals.selection,
    stopShow: present.stopShow,
    answered: plan.answered,
    marked: invest.marked,
  });
  const slices = { base, address, page, later, opened, plan, corrections };
  const open = openActions(slices);
  return {
    base,
    clusters: base.policy.clusters,
    plan,
    invest,
    present,
    corrections,
    ...page.signals,
    ...later.signals,
    ...opened.signals,
    ...register,
    address: address.whole,
    provide: later.provide,
    actions: {
      ...page.actions,
      ...open,
      ...planActions(slices, open),
      ...filterActions(slices, open),
      ...restoreAction(slices),
    },
  };
}
