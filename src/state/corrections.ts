/** The user's corrections: what is kept, how each stands against the register, and the one being made. */
import { batch, computed, signal } from '@preact/signals';
import type { Base } from '../data/load.ts';
import type { CorrectionStore } from '../data/local-store.ts';
import {
  applyCorrections,
  type CorrectedField,
  currentValue,
  type Standing,
  sameNewValue,
  sameTarget,
  standingOf,
} from '../domain/corrections.ts';
import type { Correction } from '../domain/schema/correction.ts';

/** Why a correction of an opened file was not taken. */
export type Refusal = 'noRecord' | 'differs' | 'ownDiffers' | 'invalid';

export interface OpenReport {
  readonly added: readonly Correction[];
  /** Here already, or in the register by now. */
  readonly known: readonly Correction[];
  readonly refused: readonly { readonly correction: Correction; readonly why: Refusal }[];
}

/** The position being chosen on the map; null until there is one. */
export interface Draft {
  readonly record: string;
  readonly position: readonly [number, number] | null;
  readonly radiusM: number | null;
}

/** The device's day, `YYYY-MM-DD`. */
export function today(now = new Date()): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

export function createCorrections(base: Base, store: CorrectionStore) {
  const first = store.read();
  const list = signal<readonly Correction[]>(first.corrections);
  const aside = signal(first.aside);
  /** False: they live in memory only and go with the page. */
  const kept = signal(first.keeps);
  const editing = signal<{ readonly record: string; readonly field: CorrectedField } | null>(null);
  const draft = signal<Draft | null>(null);
  const report = signal<OpenReport | null>(null);
  const registerById = new Map(base.sites.map((site) => [site.id, site]));

  const sites = computed(() => applyCorrections(base.sites, list.value));
  const standings = computed<ReadonlyMap<Correction, Standing>>(
    () => new Map(list.value.map((c) => [c, standingOf(registerById.get(c.record), c)])),
  );

  function keep(next: readonly Correction[]): void {
    batch(() => {
      list.value = next;
      kept.value = store.write(next);
    });
  }

  store.onChange(() => {
    // What is only in this window's memory is not given up for what another one could keep.
    if (!kept.peek()) return;
    const now = store.read();
    batch(() => {
      list.value = now.corrections;
      aside.value = now.aside;
      kept.value = now.keeps;
    });
  });

  /** Old values are the register's: what differs from it is refused, whatever this device holds. */
  function refusal(correction: Correction, isValid: (c: Correction) => boolean): Refusal | null {
    const site = registerById.get(correction.record);
    if (site === undefined || currentValue(site, correction.field) === null) return 'noRecord';
    if (standingOf(site, correction) === 'conflict') return 'differs';
    return isValid(correction) ? null : 'invalid';
  }

  return {
    list,
    sites,
    standings,
    aside,
    kept,
    editing,
    draft,
    report,
    registerById,
    /** A new correction takes the place of an earlier one of the same field. */
    add(correction: Correction) {
      keep([...list.peek().filter((other) => !sameTarget(other, correction)), correction]);
    },
    withdraw(correction: Correction) {
      keep(list.peek().filter((other) => other !== correction));
    },
    withdrawAll() {
      keep([]);
    },
    /** Takes what conflicts with nothing; the rest is listed in `report` and changes nothing. */
    open(corrections: readonly Correction[], isValid: (correction: Correction) => boolean): OpenReport {
      const next = [...list.peek()];
      const added: Correction[] = [];
      const known: Correction[] = [];
      const refused: { correction: Correction; why: Refusal }[] = [];
      for (const correction of corrections) {
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
      report.value = { added, known, refused };
      return report.value;
    },
    dropAside() {
      store.dropAside();
      aside.value = [];
    },
    edit(record: string, field: CorrectedField) {
      batch(() => {
        editing.value = { record, field };
        draft.value = null;
      });
    },
    stopEditing() {
      batch(() => {
        editing.value = null;
        draft.value = null;
      });
    },
  };
}
