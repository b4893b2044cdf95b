/** The slices of the state as its actions have them: with what changes them. */
import type { Base } from '../../domain/base.ts';
import type { Address } from '../address/keys.ts';
import type { Corrections } from '../corrections/corrections.ts';
import type { Held } from '../held.ts';
import type { createLaterData } from '../later-data.ts';
import type { createOpened } from '../opened.ts';
import type { createPage } from '../page.ts';
import type { Plan } from '../plan/plan.ts';

export interface Slices {
  readonly base: Base;
  readonly address: Held<Address>;
  readonly page: ReturnType<typeof createPage>;
  readonly later: ReturnType<typeof createLaterData>;
  readonly opened: ReturnType<typeof createOpened>;
  readonly plan: Plan;
  readonly corrections: Corrections;
}
