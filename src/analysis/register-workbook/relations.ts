/** What the proposals of a workbook break between records, as refusals. Pure. */
import { brokenRelations } from '../../domain/relation-rules.ts';
import type { Against, Proposal, Refusal } from './comparison.ts';

/** Refusals by the id of the proposal that they are of. */
export function relationRefusals(
  proposals: readonly Proposal[],
  { sites, towns }: Pick<Against, 'sites' | 'towns'>,
): ReadonlyMap<string, Refusal> {
  const broken = brokenRelations(
    proposals.map(({ correction }) => correction),
    sites,
    towns,
  );
  return new Map(
    proposals.flatMap(({ id, sheet, row, correction }) => {
      const found = broken.get(correction);
      if (found === undefined) return [];
      const [code, detail] = found;
      return [[id, { sheet, row, column: null, record: correction.record, code, detail }] as const];
    }),
  );
}
