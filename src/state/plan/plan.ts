/** Planning: the question asked, the cross table, the shading, and what is being drawn for them. */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { ClassMethod } from '../../analysis/classify.ts';
import type { Base } from '../../domain/base.ts';
import type { LngLat } from '../../domain/position.ts';
import { isThing } from '../../domain/things.ts';
import type { Ask, Cross, Shade } from '../address/plan-address.ts';
import type { Answers } from './answer.ts';
import type { Shaded, ShadeView } from './shade-view.ts';

/** What the map offers while an outline is drawn or edited. */
export interface DrawControl {
  undo(): void;
  redo(): void;
  /** Closes the outline, or leaves the editing. */
  finish(): void;
}

/** A shading by the user's own rows. It is in no address, as the rows are not. */
export interface OwnShade {
  readonly setId: string;
  /** Index of a numeric column of the set; null counts rows. */
  readonly column: number | null;
  readonly how: 'sum' | 'mean';
  readonly method: ClassMethod;
}

export interface PlanAddress {
  readonly ask: Ask | null;
  readonly cross: Cross | null;
  readonly shade: Shade | null;
}

export function createPlan(base: Base, { ask, cross, shade }: PlanAddress) {
  /** Null until their code is there: `need.answers()` and `need.shading()` ask for it. */
  const answers = signal<Answers | null>(null);
  const shading = signal<ReadonlySignal<ShadeView | null> | null>(null);
  const shadeView = computed(() => shading.value?.value ?? null);
  return {
    ask: signal<Ask | null>(existingAsk(base, ask)),
    cross: signal<Cross>(cross ?? { row: 'cluster', column: 'district' }),
    shade: signal<Shade | null>(shade),
    /** In place of `shade`: never are both set. */
    ownShade: signal<OwnShade | null>(null),
    /** A pin is being set by a click on the map. */
    pinning: signal(false),
    drawing: signal<'draw' | 'edit' | null>(null),
    /** Corners of the outline as far as it is drawn; null while none is. */
    draft: signal<readonly LngLat[] | null>(null),
    control: signal<DrawControl | null>(null),
    /** The imported set that is asked, while the panel of questions is open; null is the register. */
    askedSet: signal<string | null>(null),
    answers,
    shading,
    /** Ids of the sites that may answer the question, for the map; null where none is asked. */
    answered: computed(() => answers.value?.sites.value ?? null),
    /** What the districts are shaded by; null where nothing is shaded. */
    shadeView,
    /** Classes to colour the districts by. */
    shaded: computed<Shaded | null>(() => shadeView.value?.shaded ?? null),
  };
}

/** A question about something that does not exist is no question. */
export function existingAsk(base: Base, ask: Ask | null): Ask | null {
  const about = ask?.kind === 'radius' ? ask.around : ask?.kind === 'area' ? ask.area : null;
  return about === null || about.entity === 'pin' || isThing(base, about) ? ask : null;
}
