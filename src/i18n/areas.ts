import type { Area } from './catalogues.ts';
import { FIRST } from './catalogues-first.ts';
import { LATER } from './catalogues-later.ts';

/** Every area, those of the first view included. */
export const AREAS: readonly Area[] = Object.keys({ ...FIRST, ...LATER }).filter((name) => isArea(name));

function isArea(name: string): name is Area {
  return name in FIRST || name in LATER;
}
