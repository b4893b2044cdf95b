/** Work on the user's corrections: what is kept, how each stands against the register, and files of them. */
import { computed } from '@preact/signals';
import type { CorrectionStore } from '../../data/device/corrections-store.ts';
import type { Base } from '../../domain/base.ts';
import {
  applyCorrections,
  currentValue,
  type Standing,
  sameNewValue,
  sameTarget,
  standingOf,
} from '../../domain/corrections.ts';
import type { Correction } from '../../domain/schema/correction.ts';
import type { Correcting, Corrections, Refusal } from './corrections.ts';

/** Reads the store, follows it, and fills `corrections`. */
export function createCorrecting(base: Base, corrections: Corrections, store: CorrectionStore): Correcting {
  const { list, kept, registerById } = corrections;

  const standings = computed<ReadonlyMap<Correction, Standing>>(
    () => new Map(list.value.map((c) => [c, standingOf(registerById.get(c.record), c)])),
  );

  const shown = (next: readonly Correction[]) => ({ list: next, sites: applyCorrections(base.sites, next) });

  function keep(next: readonly Correction[]): void {
    corrections.provide({ ...shown(next), kept: store.write(next) });
  }

  function read(): void {
    const now = store.read();
    corrections.provide({ ...shown(now.value), aside: now.aside, kept: now.keeps });
  }

  read();
  store.onChange(() => {
    // What is only in this window's memory is not given up for what another one could keep.
    if (kept.peek()) read();
  });

  /** Old values are the register's: what differs from it is refused, whatever this device holds. */
  function refusal(correction: Correction, isValid: (c: Correction) => boolean): Refusal | null {
    const site = registerById.get(correction.record);
    if (site === undefined || currentValue(site, correction.field) === null) return 'noRecord';
    if (standingOf(site, correction) === 'conflict') return 'differs';
    return isValid(correction) ? null : 'invalid';
  }

  const work: Correcting = {
    standings,
    add(correction) {
      keep([...list.peek().filter((other) => !sameTarget(other, correction)), correction]);
    },
    withdraw(correction) {
      keep(list.peek().filter((other) => other !== correction));
    },
    withdrawAll() {
      keep([]);
    },
    open(opened, isValid) {
      const next = [...list.peek()];
      const added: Correction[] = [];
      const known: Correction[] = [];
      const refused: { correction: Correction; why: Refusal }[] = [];
      for (const correction of opened) {
        const own = next.find((other) => sameTarget(other, correction));
        if (standingOf(registerById.get(correction.record), correction) === 'merged') known.push(correction);
        else if (own !== undefined && sameNewValue(own, correction)) known.push(correction);
        else {
          const why = refusal(correction, isValid) ?? (own === undefined ? null : 'ownDiffers');
          if (why !== null) refused.push({ correction, why });
          else {
            next.push(correction);
            added.push(correction);
          }
        }
      }
      if (added.length > 0) keep(next);
      const report = { added, known, refused };
      corrections.provide({ report });
      return report;
    },
    dropAside() {
      store.dropAside();
      corrections.provide({ aside: [] });
    },
  };
  corrections.provide({ work });
  return work;
}
