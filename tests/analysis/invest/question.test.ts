import { describe, expect, it } from 'vitest';
import {
  formatLimits,
  formatNeed,
  formatWeights,
  NO_LIMITS,
  parseLimits,
  parseNeed,
  parseWeights,
} from '../../../src/analysis/invest/question.ts';

const isTerm = (id: string) => id === 'hydrogen';

describe('need', () => {
  it('holds words and their corrections', () => {
    expect(parseNeed('we make valves +auto -hydrogen', isTerm)).toEqual({
      words: 'we make valves',
      added: ['auto'],
      removed: ['hydrogen'],
    });
    expect(formatNeed({ words: 'we make valves', added: ['auto'], removed: ['hydrogen'] })).toBe(
      'we make valves +auto -hydrogen',
    );
  });

  it('leaves signs that correct nothing among the words', () => {
    expect(parseNeed('3D-printing +nonsense C++ -5 °C', isTerm)).toEqual({
      words: '3D-printing +nonsense C++ -5 °C',
      added: [],
      removed: [],
    });
  });
});

describe('weights', () => {
  it.each([
    'preset:heavy',
    'station:5',
    'preset:research,cluster:0,own-1abc:-3',
    'own-1abc:-3.least,own-2b:2.row,rows:1x2.3y4',
    null,
  ])('come back as they were written: %s', (text) => {
    expect(formatWeights(parseWeights(text))).toBe(text);
  });

  it('are the preset’s where nothing else is said', () => {
    const { preset, weights } = parseWeights('preset:logistics,motorway:2');
    expect([preset, weights.get('motorway'), weights.get('airport'), weights.get('laboratory')]).toEqual([
      'logistics',
      2,
      4,
      0,
    ]);
  });

  it('fall back one by one where they are broken', () => {
    const { preset, weights } = parseWeights(
      'preset:nobody,station:9,motorway:-1,port:2.5,nothing:3,airport:4,own-x:-6',
    );
    expect(preset).toBe('balanced');
    expect([weights.get('station'), weights.get('motorway'), weights.get('port')]).toEqual([2, 2, 0]);
    expect(weights.get('airport')).toBe(4);
    expect(weights.has('own-x')).toBe(false);
  });

  it('say nothing where a preset is the default and unchanged', () => {
    expect(formatWeights(parseWeights('preset:balanced,station:2'))).toBeNull();
  });
});

describe('limits', () => {
  it.each([
    'station:5,neighbours:2,own-1abc:-300',
    'district:nanhai.shunde',
    'station:500',
    'station:3.5,prefer:gaoming,within:15,running:1,sure:1',
    null,
  ])('come back as they were written: %s', (text) => {
    expect(formatLimits(parseLimits(text))).toBe(text);
  });

  it('are in metres, and fall back one by one', () => {
    const limits = parseLimits(
      'station:5,port:0,airport:x,within:99,district:nowhere,cluster:3,college:501,motorway:2',
    );
    expect([...limits.bounds]).toEqual([
      ['station', 5000],
      ['motorway', 2000],
    ]);
    expect({ ...limits, bounds: new Map() }).toEqual(NO_LIMITS);
  });
});
