/** Draws for many candidates, kept where they are made: ranges come from there, and a later question ends an earlier one. */
import {
  type DrawInput,
  type DrawNeighbours,
  type DrawnScores,
  type DrawRun,
  drawScores,
  startDraws,
} from './draws.ts';
import { type HeatInput, type HeatSurface, startHeat } from './heat.ts';
import { type KnownRanges, knownRanges, type RangesAsked } from './ranges.ts';

export interface DrawThread {
  /** Every draw at once, for few candidates. */
  readonly drawScores: (input: DrawInput) => Promise<DrawnScores>;
  /** Takes what is drawn from now on. */
  readonly begin: (input: DrawInput) => Promise<void>;
  /** The same candidates with other neighbours: nothing else is drawn anew. */
  readonly meet: (neighbours: DrawNeighbours) => Promise<void>;
  /** Ranges over so many draws, which are made where they are not yet; null where another question came meanwhile. */
  readonly ranges: (asked: RangesAsked) => Promise<KnownRanges | null>;
  /** Ends the ranges that are on their way; what is drawn stays. */
  readonly stop: () => Promise<void>;
  /** How good it is everywhere; null where it was asked anew meanwhile, or is no longer wanted, which null says. */
  readonly heat: (input: HeatInput | null) => Promise<HeatSurface | null>;
}

/** So many draws are made before a later question is listened to. */
const AT_ONCE = 10;

/** @param turn lets what waits be heard: a later question, or that none is wanted any more */
export function createDrawThread(turn: () => Promise<void>): DrawThread {
  let run: DrawRun | null = null;
  let latest = 0;
  let latestHeat = 0;
  return {
    drawScores: (input) => Promise.resolve(drawScores(input)),
    begin: (input) => {
      latest += 1;
      run = startDraws(input);
      return Promise.resolve();
    },
    meet: (neighbours) => {
      latest += 1;
      run?.meet(neighbours);
      return Promise.resolve();
    },
    async ranges(asked) {
      latest += 1;
      const [mine, own] = [latest, run];
      if (own === null) return null;
      while (own.made() < asked.draws) {
        own.more(Math.min(AT_ONCE, asked.draws - own.made()));
        await turn();
        if (mine !== latest) return null;
      }
      return knownRanges(asked, own.scores);
    },
    stop: () => {
      latest += 1;
      return Promise.resolve();
    },
    async heat(input) {
      latestHeat += 1;
      const mine = latestHeat;
      if (input === null) return null;
      const { surface, row } = startHeat(input);
      for (let y = 0; y < surface.height; y++) {
        row(y);
        await turn();
        if (mine !== latestHeat) return null;
      }
      return surface;
    },
  };
}
