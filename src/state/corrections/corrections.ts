/**
 * The user's corrections as the whole app sees them. Most visits hold none: what reads, changes and weighs them is
 * `work`, whose code comes where the device holds some, a panel of corrections opens or another window makes one.
 */
import { batch, type ReadonlySignal, signal } from '@preact/signals';
import type { Base } from '../../domain/base.ts';
import type { CorrectedField, Standing } from '../../domain/corrections.ts';
import type { Correction } from '../../domain/schema/correction.ts';

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

/** What is done with corrections. */
export interface Correcting {
  readonly standings: ReadonlySignal<ReadonlyMap<Correction, Standing>>;
  /** A new correction takes the place of an earlier one of the same field. */
  add(correction: Correction): void;
  withdraw(correction: Correction): void;
  withdrawAll(): void;
  /** Takes what conflicts with nothing; the rest is listed in `report` and changes nothing. */
  open(corrections: readonly Correction[], isValid: (correction: Correction) => boolean): OpenReport;
  dropAside(): void;
}

export type Corrections = ReturnType<typeof createCorrections>;

export function createCorrections(base: Base) {
  const editing = signal<{ readonly record: string; readonly field: CorrectedField } | null>(null);
  const draft = signal<Draft | null>(null);
  return {
    list: signal<readonly Correction[]>([]),
    /** The register with `list` over it. */
    sites: signal(base.sites),
    /** Texts on this device that could not be read as corrections. */
    aside: signal<readonly string[]>([]),
    /** False: they live in memory only and go with the page. */
    kept: signal(true),
    /** Null until it is begun; until then there are no corrections. */
    work: signal<Correcting | null>(null),
    editing,
    draft,
    report: signal<OpenReport | null>(null),
    registerById: new Map(base.sites.map((site) => [site.id, site])),
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
