/** Hard limits: what fails for certain goes, what cannot be told stays and is marked. */
import type { Candidate, CriterionValue, LimitId, Limits, Said } from './types.ts';

type Verdict = 'passes' | 'fails' | 'cannot-tell';

/** A bound on a distance is the most, on a count the least, on an own column what its direction says. */
function boundVerdict(value: CriterionValue | undefined, bound: number, lessIsBetter: boolean): Verdict {
  if (value === undefined || !value.known) return 'cannot-tell';
  const { said } = value;
  if (said.kind === 'distance') return said.max <= bound ? 'passes' : said.min > bound ? 'fails' : 'cannot-tell';
  if (said.kind === 'inside') return boundInside(said, lessIsBetter);
  if (said.kind === 'count') {
    const most = said.max + said.cannotTell;
    if (lessIsBetter) return most <= bound ? 'passes' : said.min > bound ? 'fails' : 'cannot-tell';
    return said.min >= bound ? 'passes' : most < bound ? 'fails' : 'cannot-tell';
  }
  if (said.kind === 'number') return (lessIsBetter ? said.value <= bound : said.value >= bound) ? 'passes' : 'fails';
  return 'cannot-tell';
}

/** Where lying inside is worse, it must lie outside; else inside. */
function boundInside({ min, max }: Extract<Said, { kind: 'inside' }>, outside: boolean): Verdict {
  if (min !== max) return 'cannot-tell';
  return (min === 1) === outside ? 'fails' : 'passes';
}

function verdicts(
  { site, values }: Candidate,
  limits: Limits,
  lessIsBetter: (id: LimitId) => boolean,
): Map<LimitId, Verdict> {
  const found = new Map<LimitId, Verdict>();
  for (const [id, bound] of limits.bounds) {
    // Without clusters there are no neighbours to count, and own columns may be on another device: no limit then.
    if (values.has(id)) found.set(id, boundVerdict(values.get(id), bound, lessIsBetter(id)));
  }
  const { districts: only } = limits;
  if (only !== null) {
    const inside = site.districts.filter((id) => only.includes(id)).length;
    const verdict = site.districts.length === 0 ? 'cannot-tell' : inside === 0 ? 'fails' : 'passes';
    found.set('district', inside > 0 && inside < site.districts.length ? 'cannot-tell' : verdict);
  }
  if (limits.running) {
    const runs = site.status === 'operating' || site.status === 'under-construction';
    found.set('status', site.status === 'unknown' ? 'cannot-tell' : runs ? 'passes' : 'fails');
  }
  return found;
}

export interface Passed {
  readonly failed: readonly LimitId[];
  readonly doubtful: readonly LimitId[];
  readonly removed: boolean;
}

const PASSED: Passed = { failed: [], doubtful: [], removed: false };

export function passLimits(candidate: Candidate, limits: Limits, lessIsBetter: (id: LimitId) => boolean): Passed {
  if (limits.bounds.size === 0 && limits.districts === null && !limits.running) return PASSED;
  const found = [...verdicts(candidate, limits, lessIsBetter)];
  const failed = found.flatMap(([id, verdict]) => (verdict === 'fails' ? [id] : []));
  const doubtful = found.flatMap(([id, verdict]) => (verdict === 'cannot-tell' ? [id] : []));
  return { failed, doubtful, removed: failed.length > 0 || (limits.sure && doubtful.length > 0) };
}
