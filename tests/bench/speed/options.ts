/** What to measure, from the command line. */
import { parseArgs } from 'node:util';

export const SCENES = ['register', '10k', '100k', '1m', 'parcels-1k', 'parcels-20k', 'parcels-100k'] as const;
export type Scene = (typeof SCENES)[number];
export const PAGES = ['product', 'maplibre', 'echarts'] as const;
export type PageName = (typeof PAGES)[number];

/** The imported set of a scene. */
export interface SceneRows {
  readonly count: number;
  /** A parcel has ten corners. */
  readonly shape: 'point' | 'parcel';
}

/** Null where the scene is the register alone. */
export const ROWS: Record<Scene, SceneRows | null> = {
  register: null,
  '10k': { count: 10_000, shape: 'point' },
  '100k': { count: 100_000, shape: 'point' },
  '1m': { count: 1_000_000, shape: 'point' },
  'parcels-1k': { count: 1000, shape: 'parcel' },
  'parcels-20k': { count: 20_000, shape: 'parcel' },
  'parcels-100k': { count: 100_000, shape: 'parcel' },
};

export interface Options {
  readonly scenes: readonly Scene[];
  readonly pages: readonly PageName[];
  /** Rounds of each scene; one of a million rows takes minutes. */
  readonly runs: Record<Scene, number>;
  /** File that the result is written to, JSON. */
  readonly out: string;
  /** Take dist as it is. */
  readonly built: boolean;
}

const USAGE = `npm run bench -- [--scenes ${SCENES.join(',')}] [--pages ${PAGES.join(',')}] [--runs 5] [--big-runs 3] [--out FILE] [--built]`;

/** @throws {Error} with the usage, where a word is not known */
export function readOptions(args: readonly string[], out: string): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      scenes: { type: 'string', default: SCENES.join(',') },
      pages: { type: 'string', default: PAGES.join(',') },
      runs: { type: 'string', default: '5' },
      'big-runs': { type: 'string', default: '3' },
      out: { type: 'string', default: out },
      built: { type: 'boolean', default: false },
    },
  });
  const [runs, big] = [count(values.runs), count(values['big-runs'])];
  return {
    scenes: known(SCENES, values.scenes),
    pages: known(PAGES, values.pages),
    runs: {
      register: runs,
      '10k': runs,
      '100k': runs,
      '1m': big,
      'parcels-1k': runs,
      'parcels-20k': runs,
      'parcels-100k': big,
    },
    out: values.out,
    built: values.built,
  };
}

function known<T extends string>(all: readonly T[], list: string): T[] {
  const words = list.split(',');
  const unknown = words.find((word) => !all.some((one) => one === word));
  if (unknown !== undefined) throw new Error(`${unknown} is not known.\n${USAGE}`);
  return all.filter((one) => words.includes(one));
}

function count(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new Error(`${text} is no number of runs.\n${USAGE}`);
  return number;
}
