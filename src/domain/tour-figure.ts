/** The figure of a stop, looked up when it is shown: from the register, the statistics or the text. Pure. */
import type { World } from './base.ts';
import { byDistrict } from './describe.ts';
import { findClause, policyWith } from './policy.ts';
import type { Bilingual, Source } from './schema/parts.ts';
import type { Fact } from './schema/site.ts';
import type { Statistics } from './schema/statistics.ts';
import { countRecords, isLocated, type Site } from './site.ts';
import { indexOf, sitesOfThing } from './things.ts';
import type { FigureRef } from './tour-schema.ts';

export type ShownFigure =
  /** One value, or several where sources disagree; all of one date. */
  | {
      readonly kind: 'fact';
      readonly label: Bilingual;
      readonly facts: readonly Fact[];
      readonly asOf: string | null;
      /** Where the figure covers less, or other, than its scope. */
      readonly note: Bilingual | null;
      readonly source: Source | null;
    }
  /** A target as the text states it; `year` is null where the text names none. */
  | { readonly kind: 'target'; readonly overCny: number; readonly year: number | null; readonly cite: string }
  /** `possible` includes `certain`. */
  | {
      readonly kind: 'count';
      readonly of: Extract<FigureRef, { from: 'count' }>['of'];
      readonly certain: number;
      readonly possible: number;
    }
  | { readonly kind: 'units'; readonly n: number }
  /** Rows of the author's own; counted by who knows them. */
  | { readonly kind: 'rows'; readonly n: number; readonly name: string }
  /** The author's own, as they wrote it. */
  | { readonly kind: 'own'; readonly value: Bilingual; readonly label: Bilingual; readonly source: Bilingual }
  /** Nothing is published, or what is referred to does not exist here. */
  | { readonly kind: 'unknown'; readonly of: ValueRef['from'] | 'set' };

/** What is one value, or several of one kind, and looked up in the data: the words of a clause and a table are none. */
export type ValueRef = Exclude<FigureRef, { from: 'clause' | 'table' | 'set' }>;

export const isValue = (ref: FigureRef): ref is ValueRef =>
  ref.from !== 'clause' && ref.from !== 'table' && ref.from !== 'set';

/** `statistics` is null while they load: what needs them is unknown until then. */
export function resolveFigure(ref: ValueRef, world: World, statistics: Statistics | null): ShownFigure {
  switch (ref.from) {
    case 'statistic':
      return statisticOf(ref, statistics);
    case 'site': {
      const site = world.sites.find((s) => s.id === ref.id);
      const facts = site?.facts.filter((fact) => fact.key === ref.key) ?? [];
      return factsOf(facts, site?.sources ?? {}, ref.from);
    }
    case 'target': {
      const policy = world.policies.find((p) => p.clusters.some((cluster) => cluster.id === ref.id));
      const target = policy?.clusters.find((cluster) => cluster.id === ref.id)?.target;
      const clause = policy === undefined || target === undefined ? undefined : findClause(policy, target.clause);
      return target === undefined || clause === undefined
        ? { kind: 'unknown', of: ref.from }
        : { kind: 'target', overCny: target.overCny, year: target.year, cite: clause.cite };
    }
    case 'count':
      return countOf(ref, world);
    case 'units': {
      const policy = policyWith(world.policies, ref.id);
      const units = policy === undefined ? undefined : findClause(policy, ref.id)?.units;
      return units === undefined || units.length === 0
        ? { kind: 'unknown', of: ref.from }
        : { kind: 'units', n: units.length };
    }
    case 'own':
      return { kind: 'own', value: ref.value, label: ref.label, source: ref.source };
  }
}

function statisticOf(ref: Extract<FigureRef, { from: 'statistic' }>, statistics: Statistics | null): ShownFigure {
  const figures =
    statistics?.figures.filter(
      (f) => f.scope.entity === ref.scope && f.scope.id === ref.id && f.key === ref.key && !f.narrower,
    ) ?? [];
  return factsOf(figures, statistics?.sources ?? {}, ref.from);
}

/** The newest of the facts with one key; two values of the same date stand side by side. */
function factsOf(
  facts: readonly Fact[],
  sources: Readonly<Record<string, Source>>,
  from: ValueRef['from'],
): ShownFigure {
  const newest = facts.reduce<string | null>((last, { asOf }) => ((asOf ?? '') > (last ?? '') ? asOf : last), null);
  const same = facts.filter(({ asOf }) => asOf === newest);
  const [first] = same;
  if (first === undefined) return { kind: 'unknown', of: from };
  const said = new Map(same.map((fact) => [JSON.stringify([fact.value, fact.unit, fact.qualifier]), fact]));
  return {
    kind: 'fact',
    label: first.label,
    facts: [...said.values()],
    asOf: newest,
    note: first.note ?? null,
    source: sources[first.source] ?? null,
  };
}

function countOf({ of, id, within }: Extract<FigureRef, { from: 'count' }>, world: World): ShownFigure {
  const sure = (sites: readonly Site[]): ShownFigure => {
    const n = countRecords(sites);
    return { kind: 'count', of, certain: n, possible: n };
  };
  switch (of) {
    case 'all':
      return sure(world.sites);
    case 'located':
      return sure(world.sites.filter((site) => isLocated(site.precision)));
    case 'clauses': {
      const n = world.policies[0]?.clauses.length ?? 0;
      return { kind: 'count', of, certain: n, possible: n };
    }
    case 'cluster': {
      const members = world.sites.filter((site) => site.industryCluster === id);
      if (within === null) return sure(members);
      const tally = byDistrict(members).find(({ key }) => key === within);
      return { kind: 'count', of, certain: tally?.certain ?? 0, possible: tally?.possible ?? 0 };
    }
    case 'clause':
      return policyWith(world.policies, id) === undefined
        ? { kind: 'unknown', of: 'count' }
        : sure(sitesOfThing(indexOf(world), { entity: 'clause', id }));
    case 'district': {
      const tally = byDistrict(world.sites).find(({ key }) => key === id);
      return tally === undefined
        ? { kind: 'unknown', of: 'count' }
        : { kind: 'count', of, certain: tally.certain, possible: tally.possible };
    }
  }
}
