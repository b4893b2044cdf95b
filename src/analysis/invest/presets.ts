/** Weights to start from, by kind of investor. Each is a judgement, said as such: why it is so stands in the words. */
import type { BuiltInCriterion } from './types.ts';

export const PRESET_IDS = ['balanced', 'heavy', 'clean', 'research', 'logistics'] as const;
export type PresetId = (typeof PRESET_IDS)[number];

/** 0 to 5; what is not named has no weight. */
export const PRESETS: Readonly<Record<PresetId, Readonly<Partial<Record<BuiltInCriterion, number>>>>> = {
  balanced: {
    ...{ cluster: 5, focus: 4, neighbours: 3, laboratory: 1, college: 1, station: 2, motorway: 2 },
    ...{ district: 3, status: 2, recent: 1, located: 1 },
  },
  heavy: {
    ...{ cluster: 5, focus: 3, neighbours: 3, motorway: 4, port: 4, district: 3, status: 2, recent: 1, located: 1 },
  },
  clean: {
    ...{ cluster: 5, focus: 4, neighbours: 3, laboratory: 2, college: 2, station: 3, motorway: 1, airport: 3 },
    ...{ district: 3, status: 2, recent: 1, located: 1 },
  },
  research: {
    ...{ cluster: 4, focus: 5, neighbours: 2, laboratory: 5, college: 4, venue: 1, station: 4, airport: 2 },
    ...{ district: 3, status: 1, recent: 1, located: 1 },
  },
  logistics: {
    ...{ cluster: 2, focus: 2, neighbours: 2, motorway: 5, airport: 4, port: 4, station: 1 },
    ...{ district: 3, status: 2, recent: 1, located: 1 },
  },
};

/** Topics of the offers that each kind asks for first; a judgement too, and changed as easily. */
export const PRESET_TOPICS: Readonly<Record<PresetId, readonly string[]>> = {
  balanced: ['land', 'service', 'finance', 'talent'],
  heavy: ['land', 'service', 'finance', 'environment'],
  clean: ['land', 'service', 'talent', 'digital'],
  research: ['technology', 'talent', 'finance', 'quality'],
  logistics: ['land', 'service', 'market', 'firms'],
};
