/** Planning: the question asked, the cross table, the shading, and what is being drawn for them. */
import { batch, computed, type ReadonlySignal } from '@preact/signals';
import type { ClassMethod } from '../../analysis/classify.ts';
import type { MeasureKind } from '../../domain/measures.ts';
import type { LngLat } from '../../domain/position.ts';
import type { Site } from '../../domain/site.ts';
import type { TourShow } from '../../domain/tour-schema.ts';
import type { Address } from '../address/keys.ts';
import { type Cross, parseAsk, parseShade, type Shade } from '../address/plan-address.ts';
import { FIRST_CROSS } from '../address/resolve.ts';
import { type Held, held } from '../held.ts';
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
  readonly how: MeasureKind;
  readonly method: ClassMethod;
}

/** A new outline to ask, the one that is asked, or the outline of a site that is corrected. */
export type Drawing = 'draw' | 'edit' | 'outline';

/** What is in no address. */
interface PlanSession {
  /** The axes that the cross table had last. */
  readonly axes: Cross;
  /** In place of the address's `shade`: never are both set. */
  readonly ownShade: OwnShade | null;
  /** A pin is being set by a click on the map. */
  readonly pinning: boolean;
  readonly drawing: Drawing | null;
  /** Corners of the outline as far as it is drawn; null while none is. */
  readonly draft: readonly LngLat[] | null;
  readonly control: DrawControl | null;
  /** Null until their code is there: `need.answers()` and `need.shading()` ask for it. */
  readonly answers: Answers | null;
  readonly shading: ReadonlySignal<ShadeView | null> | null;
  /** The register as the year of the address has it. */
  readonly dated: ReadonlySignal<readonly Site[]> | null;
}

export type Plan = ReturnType<typeof createPlan>;

/** @param stopShow what the stop of a tour shows in place of what the user asked; null while none is */
export function createPlan(address: Held<Address>, stopShow: ReadonlySignal<TourShow | null>) {
  const session = held<PlanSession>({
    axes: address.whole.peek().cross ?? FIRST_CROSS,
    ownShade: null,
    pinning: false,
    drawing: null,
    draft: null,
    control: null,
    answers: null,
    shading: null,
    dated: null,
  });
  const cross = address.part('cross');
  const ask = address.part('ask');
  const shade = address.part('shade');
  const ownShade = session.part('ownShade');
  const staged = computed(() => stopShow.value !== null);
  // By the text: the same question at the next stop is the same answer.
  const stopAsk = computed(() => stopShow.value?.ask ?? null);
  const stopShade = computed(() => stopShow.value?.shade ?? null);
  const askOfStop = computed(() => parseAsk(stopAsk.value));
  const shadeOfStop = computed(() => parseShade(stopShade.value));
  const axes = session.part('axes');
  const answers = session.part('answers');
  const shading = session.part('shading');
  const shadeView = computed(() => shading.value?.value ?? null);
  return {
    ask: computed(() => (staged.value ? askOfStop : ask).value),
    shade: computed(() => (staged.value ? shadeOfStop : shade).value),
    year: address.part('year'),
    dated: session.part('dated'),
    /** Axes of the cross table that is open, or else was last. */
    cross: computed(() => cross.value ?? axes.value),
    ownShade: computed(() => (staged.value ? null : ownShade.value)),
    pinning: session.part('pinning'),
    drawing: session.part('drawing'),
    draft: session.part('draft'),
    control: session.part('control'),
    answers,
    /** Ids of the sites that may answer the question, for the map; null where none is asked. */
    answered: computed(() => answers.value?.sites.value ?? null),
    /** What the districts are shaded by; null where nothing is shaded. */
    shadeView,
    /** Classes to colour the districts by. */
    shaded: computed<Shaded | null>(() => shadeView.value?.shaded ?? null),

    keepAxes(next: Cross) {
      session.change({ axes: next });
    },
    setShade(next: Shade | null) {
      batch(() => {
        session.change({ ownShade: null });
        address.change({ shade: next });
      });
    },
    setOwnShade(next: OwnShade) {
      batch(() => {
        session.change({ ownShade: next });
        address.change({ shade: null });
      });
    },
    /** What no address can say stays, unless the address says something else. */
    forgetOwnShade() {
      session.change({ ownShade: null });
    },
    setPinning(on: boolean) {
      session.change({ pinning: on });
    },
    startDrawing(how: Drawing) {
      session.change({ pinning: false, drawing: how });
    },
    setDraft(draft: readonly LngLat[]) {
      session.change({ draft });
    },
    setControl(control: DrawControl | null) {
      session.change({ control });
    },
    /** Ends what is being drawn; true where something was. */
    stopDrawing(): boolean {
      const { pinning, drawing } = session.whole.peek();
      session.change({ pinning: false, drawing: null, draft: null });
      return pinning || drawing !== null;
    },
    setYear(year: number | null) {
      address.change({ year });
    },
    /** Takes the code that answers, shades and dates; what is there already stays. */
    provide(parts: Partial<Pick<PlanSession, 'answers' | 'shading' | 'dated'>>) {
      const { answers, shading, dated } = session.whole.peek();
      session.change({ ...parts, ...(answers && { answers }), ...(shading && { shading }), ...(dated && { dated }) });
    },
  };
}
