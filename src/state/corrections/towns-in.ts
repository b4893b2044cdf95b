/** The towns that a record can state. Pure. */
import type { Base } from '../../domain/base.ts';

/** Codes of the towns of the data. */
export function townsIn({ towns }: Pick<Base, 'towns'>): ReadonlySet<string> {
  return new Set(towns.features.map(({ properties }) => properties.code));
}
