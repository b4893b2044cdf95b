/** Where each candidate would stand under every kind of investor's weights: how much the order hangs on the weights. */
import { scopeOf } from './candidates.ts';
import { passLimits } from './limits.ts';
import { PRESET_IDS, PRESETS, type PresetId } from './presets.ts';
import { isOwn } from './question.ts';
import { appliesTo, criteriaInForce, LEAST_KNOWN } from './rank.ts';
import { rankAmong } from './rank-among.ts';
import { sumsOf } from './score.ts';
import { type Candidate, CRITERION_IDS, type CriterionId, type Question, SCOPES } from './types.ts';

/** By site id; a candidate that is not ranked under a preset is not named there. */
export type PresetRanks = ReadonlyMap<string, ReadonlyMap<PresetId, number>>;

/** A preset with the weights of the user's own columns beside it, whatever else was moved. */
function weightsOf(preset: PresetId, { weights }: Pick<Question, 'weights'>): ReadonlyMap<CriterionId, number> {
  return new Map([
    ...CRITERION_IDS.map((id) => [id, PRESETS[preset][id] ?? 0] as const),
    ...[...weights].filter(([id]) => isOwn(id)),
  ]);
}

/** Ranks by the scores alone, among those of one list; the errors of positions, which may tie several, are left out. */
export function presetRanks(question: Question, candidates: readonly Candidate[]): PresetRanks {
  const ranks = new Map<string, Map<PresetId, number>>();
  if (question.clusters.length + question.focus.length === 0) return ranks;
  const applies = appliesTo(candidates);
  const lessIsBetter = (id: CriterionId) => (question.weights.get(id) ?? 0) < 0;
  const passing = candidates.filter((one) => !passLimits(one, question.limits, lessIsBetter).removed);
  for (const preset of PRESET_IDS) {
    const inForce = criteriaInForce({ ...question, weights: weightsOf(preset, question) }, applies);
    for (const scope of SCOPES) {
      const list = passing.flatMap(({ site, values }) => {
        if (scopeOf(site) !== scope) return [];
        const { score, scoreHigh, knownShare } = sumsOf({ values }, inForce);
        const end = question.end === 'high' ? scoreHigh : score;
        return end === null || knownShare < LEAST_KNOWN ? [] : [{ id: site.id, score: end }];
      });
      const rankOf = rankAmong(list.map(({ score }) => score));
      for (const { id, score } of list) {
        const own = ranks.get(id) ?? new Map<PresetId, number>();
        ranks.set(id, own.set(preset, rankOf(score)));
      }
    }
  }
  return ranks;
}
