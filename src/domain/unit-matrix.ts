/** Which unit answers for which clause, as the brackets of the text say, and what those clauses touch. Pure. */

import { sitesNamedIn, withParts } from './policy.ts';
import { clausesOfUnit, readingsFor } from './policy-text.ts';
import type { Clause, Policy, Reading, Unit } from './schema/policy.ts';
import type { Site } from './site.ts';
import type { UnitRole } from './vocabulary.ts';

export interface UnitPlace {
  readonly role: UnitRole;
  /** Place in the bracket, from 0: the order in which the text lists the units. */
  readonly order: number;
}

export interface UnitRow {
  readonly unit: Unit;
  /** By clause id; a clause whose bracket leaves the unit out is absent. */
  readonly places: ReadonlyMap<string, UnitPlace>;
}

export interface UnitMatrix {
  /** Only clauses that end with a bracket of responsible units, in the document's order. */
  readonly clauses: readonly Clause[];
  /** Units in the order in which the document first names them. */
  readonly rows: readonly UnitRow[];
}

export function unitMatrix(policy: Policy): UnitMatrix {
  const clauses = policy.clauses.filter((clause) => clause.units.length > 0);
  const rows = policy.units.map((unit) => ({
    unit,
    places: new Map(
      clauses.flatMap((clause) => {
        const order = clause.units.findIndex((u) => u.unit === unit.id);
        const named = clause.units[order];
        return named === undefined ? [] : [[clause.id, { role: named.role, order }] as const];
      }),
    ),
  }));
  return { clauses, rows };
}

export interface UnitSort {
  /** `text` is the document's own order; anything else but name and count is a clause id. */
  readonly by: 'text' | 'name' | 'count' | (string & {});
  readonly descending: boolean;
}

/**
 * Rows in the wanted order; ties keep the document's order. By a clause, units follow its bracket, and
 * those it leaves out stay last in both directions.
 */
export function sortUnits(
  rows: readonly UnitRow[],
  { by, descending }: UnitSort,
  compareNames: (a: Unit, b: Unit) => number,
): readonly UnitRow[] {
  const sign = descending ? -1 : 1;
  switch (by) {
    case 'text':
      return descending ? [...rows].reverse() : rows;
    case 'name':
      return [...rows].sort((a, b) => sign * compareNames(a.unit, b.unit));
    case 'count':
      return [...rows].sort((a, b) => sign * (a.places.size - b.places.size));
    default:
      return [...rows].sort((a, b) => {
        const [x, y] = [a.places.get(by)?.order, b.places.get(by)?.order];
        if (x === undefined || y === undefined) return Number(x === undefined) - Number(y === undefined);
        return sign * (x - y);
      });
  }
}

export interface TouchedByReading {
  readonly reading: Reading;
  readonly clause: Clause;
  /** Sites that the reading bears on and that its clause does not itself name. */
  readonly sites: readonly string[];
}

export interface UnitTouch {
  readonly clauses: readonly { readonly clause: Clause; readonly role: UnitRole }[];
  /** Ids of the sites that these clauses name, in reading order, each once. */
  readonly named: readonly string[];
  readonly readings: readonly TouchedByReading[];
}

/** What a unit's clauses touch: what the text names, and apart from it what we read into the text. */
export function touchedByUnit(policy: Policy, sites: readonly Site[], unitId: string): UnitTouch {
  const clauses = clausesOfUnit(policy, unitId);
  return {
    clauses,
    named: [...new Set(clauses.flatMap(({ clause }) => sitesNamedIn(policy, clause.id)))],
    readings: clauses.flatMap(({ clause }) => {
      const named = new Set(withParts(sites, sitesNamedIn(policy, clause.id)).map(({ site }) => site.id));
      return policy.readings
        .filter((reading) => reading.clause === clause.id)
        .map((reading) => ({
          reading,
          clause,
          sites: sites.filter((s) => !named.has(s.id) && readingsFor(policy, s).includes(reading)).map((s) => s.id),
        }));
    }),
  };
}
