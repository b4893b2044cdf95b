/** The data as shipped: they live, so that what is asked of them holds whichever records come and go. */
import { readFileSync } from 'node:fs';
import { loadBase } from '../../src/data/load.ts';
import type { Base } from '../../src/domain/base.ts';
import { sourceOf } from '../fixtures/data.ts';

const OUT = 'geo/out';

export const shippedSource = sourceOf(OUT);

let base: Promise<Base> | undefined;

export function shippedBase(): Promise<Base> {
  base ??= loadBase(shippedSource);
  return base;
}

/** One file, parsed as JSON and no more. */
export function shippedFile(name: string): unknown {
  return JSON.parse(readFileSync(`${OUT}/${name}`, 'utf8'));
}
