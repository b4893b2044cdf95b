/** The draws that follow the finder's question, and what they make of ranks: of many candidates roughly first, then finely. */
import { computed, effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import { drawInput, drawNeighbours } from '../../analysis/invest/draw-input.ts';
import type { DrawThread } from '../../analysis/invest/draw-thread.ts';
import { DRAWS, type DrawnScores } from '../../analysis/invest/draws.ts';
import type { KnownRanges } from '../../analysis/invest/ranges.ts';
import { rangesAsked } from '../../analysis/invest/rank.ts';
import type { Candidate, Question } from '../../analysis/invest/types.ts';
import type { World } from '../../analysis/invest/world.ts';

/** Up to so many candidates the page ranks the draws itself, with each weight that moves; of more the worker does. */
export const MOST_AT_ONCE = 300;
/** Of many candidates, the draws of the first ranges and of the last. */
const STEPS = [100, DRAWS] as const;

/** What is drawn for. */
interface Drawable {
  readonly world: ReadonlySignal<World>;
  readonly question: ReadonlySignal<Question>;
  readonly candidates: ReadonlySignal<readonly Candidate[]>;
  readonly pool: ReadonlySignal<readonly unknown[]>;
  readonly withinM: ReadonlySignal<number>;
  readonly clusterKey: ReadonlySignal<string>;
}

/** How far the ranges of many candidates are made. */
export interface Refining {
  readonly state: 'running' | 'stopped' | 'done';
  /** Over how many draws those are that show; 0 where none show yet. */
  readonly draws: number;
  readonly of: number;
}

export function createRanges(asking: Drawable, thread: DrawThread, fail: (error: unknown) => void) {
  const { world, question, candidates, pool, withinM, clusterKey } = asking;
  const drawn = signal<{ readonly of: object; readonly scores: DrawnScores } | null>(null);
  /** Changes with what is drawn whoever the neighbours are, and with nothing else. */
  const placeKey = computed(() => ({ world: world.value, pool: pool.value }));
  /** Changes with all that the draws depend on. */
  const drawKey = computed(() => ({
    ...{ places: placeKey.value, withinM: withinM.value, clusters: clusterKey.value },
    many: placeKey.value.pool.length > MOST_AT_ONCE,
  }));
  let begun: object | null = null;
  const endDraws = effect(() => {
    const of = drawKey.value;
    const { clusters } = untracked(() => question.value);
    const input = [of.places.world, untracked(() => candidates.value), clusters, of.withinM] as const;
    if (of.many) {
      const isKnown = begun === of.places;
      begun = of.places;
      (isKnown ? thread.meet(drawNeighbours(...input)) : thread.begin(drawInput(...input))).catch(fail);
      return;
    }
    thread.drawScores(drawInput(...input)).then((scores) => {
      if (drawKey.peek() === of) drawn.value = { of, scores };
    }, fail);
  });

  /** Of many candidates: the ranges of the very question. */
  const ranged = signal<{ readonly of: object; readonly known: KnownRanges } | null>(null);
  const asked = computed(() => ({ drawn: drawKey.value, question: question.value, candidates: candidates.value }));
  /** The question whose ranges the user stopped. */
  const halted = signal<object | null>(null);
  async function refine(of: typeof asked.value): Promise<void> {
    // What has changed shows before its ranges are asked for, and of a slider that moves the last question alone is.
    await new Promise((resolve) => setTimeout(resolve));
    for (const draws of STEPS) {
      if (asked.peek() !== of || halted.peek() === of) return;
      const known = await thread.ranges(rangesAsked(of.question, of.candidates, draws));
      if (known === null || asked.peek() !== of || halted.peek() === of) return;
      ranged.value = { of, known };
    }
  }
  const endRanges = effect(() => {
    const of = asked.value;
    if (of.drawn.many) refine(of).catch(fail);
  });

  const current = computed(() => (ranged.value?.of === asked.value ? ranged.value.known : null));
  return {
    /** What is drawn for the question that shows; null where nothing is yet. */
    known: computed(() => (drawn.value?.of === drawKey.value ? drawn.value.scores : current.value)),
    /** Null where few candidates are drawn at once. */
    refining: computed<Refining | null>(() => {
      if (!drawKey.value.many) return null;
      const draws = current.value?.draws ?? 0;
      const isHalted = halted.value === asked.value;
      return { state: draws >= DRAWS ? 'done' : isHalted ? 'stopped' : 'running', draws, of: DRAWS };
    }),
    /** Refines no further: what is there stays. */
    halt(): void {
      halted.value = asked.peek();
      thread.stop().catch(fail);
    },
    /** Goes on from what is drawn. */
    resume(): void {
      halted.value = null;
      refine(asked.peek()).catch(fail);
    },
    /** Ends the draws that follow the question. */
    stop(): void {
      endDraws();
      endRanges();
    },
  };
}
