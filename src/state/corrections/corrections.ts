/**
 * The user's corrections as the whole app sees them. Most visits hold none: what reads, changes and weighs them is
 * `work`, whose code comes where the device holds some, a panel of corrections opens or another window makes one.
 */
import type { ReadonlySignal, Signal } from '@preact/signals';
import type { Comparison } from '../../analysis/register-workbook/comparison.ts';
import type { Note } from '../../data/import/guards/notes.ts';
import type { Base } from '../../domain/base.ts';
import type { CorrectedField, Standing } from '../../domain/corrections.ts';
import type { LngLat } from '../../domain/position.ts';
import type { Correction } from '../../domain/schema/correction.ts';
import type { OutlineCoordinates } from '../../domain/schema/outline.ts';
import type { Site } from '../../domain/site.ts';
import { held } from '../held.ts';

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
  /** The position on record, from which an arrow leads to the new one, with words beside it. */
  readonly from?: { readonly at: LngLat; readonly words: string };
  /** It is only looked at: nobody moves it. */
  readonly isPreview?: boolean;
}

/** The outline being corrected; null where none is known yet, or it is taken away. */
export interface Sketch {
  readonly record: string;
  readonly outline: OutlineCoordinates | null;
}

/** An edited workbook of the register that was opened. */
export type Workbook =
  | { readonly kind: 'reading'; readonly fileName: string }
  | { readonly kind: 'failed'; readonly fileName: string; readonly failure: Note }
  | {
      readonly kind: 'open';
      readonly fileName: string;
      /** Of what is not taken yet. */
      readonly comparison: Comparison;
      /** How many corrections were taken from it. */
      readonly taken: number;
    };

/** What is done with corrections. */
export interface Correcting {
  /** Null where none is open. */
  readonly workbook: Signal<Workbook | null>;
  readonly standings: ReadonlySignal<ReadonlyMap<Correction, Standing>>;
  /** The register's own record, or the one that a correction adds: what the others are held against. */
  recordOf(id: string): Site | undefined;
  /** New corrections take the place of earlier ones of the same fields; one that says what the register says goes. */
  add(...corrections: readonly Correction[]): void;
  withdraw(correction: Correction): void;
  withdrawAll(): void;
  /** Puts others in the place of all. */
  replaceAll(corrections: readonly Correction[]): void;
  /** Takes what conflicts with nothing; the rest is listed in `report` and changes nothing. */
  open(
    corrections: readonly Correction[],
    isValid: (correction: Correction, record: Site | undefined) => boolean,
  ): OpenReport;
  /** Takes what `open` did not because of the user's own, in its place. */
  takeRefused(correction: Correction): void;
  dropAside(): void;
}

export type Corrections = ReturnType<typeof createCorrections>;

/** What is known of them now. */
interface CorrectionsKnown {
  readonly list: readonly Correction[];
  /** The register with `list` over it. */
  readonly sites: Base['sites'];
  /** Texts on this device that could not be read as corrections. */
  readonly aside: readonly string[];
  /** False: they live in memory only and go with the page. */
  readonly kept: boolean;
  /** Null until it is begun; until then there are no corrections. */
  readonly work: Correcting | null;
  /** Of the file that was opened last. */
  readonly report: OpenReport | null;
}

interface Editing {
  readonly editing: { readonly record: string; readonly field: CorrectedField } | null;
  readonly draft: Draft | null;
  readonly sketch: Sketch | null;
}

const NO_EDITING: Editing = { editing: null, draft: null, sketch: null };

export function createCorrections(base: Base) {
  const known = held<CorrectionsKnown>({
    list: [],
    sites: base.sites,
    aside: [],
    kept: true,
    work: null,
    report: null,
  });
  const editing = held<Editing>(NO_EDITING);
  return {
    list: known.part('list'),
    sites: known.part('sites'),
    aside: known.part('aside'),
    kept: known.part('kept'),
    work: known.part('work'),
    report: known.part('report'),
    editing: editing.part('editing'),
    draft: editing.part('draft'),
    sketch: editing.part('sketch'),
    /** The base with what is shown: records that the user adds can be opened too. */
    shownBase: (): Base => ({ ...base, sites: known.part('sites').peek() }),
    registerById: new Map(base.sites.map((site) => [site.id, site])),
    edit(record: string, field: CorrectedField) {
      editing.change({ editing: { record, field }, draft: null, sketch: null });
    },
    stopEditing() {
      editing.change(NO_EDITING);
    },
    /** The position as far as it is chosen; null takes it back. */
    setDraft(draft: Draft | null) {
      editing.change({ draft });
    },
    /** The outline as far as it is known; null takes it back. */
    setSketch(sketch: Sketch | null) {
      editing.change({ sketch });
    },
    dismissReport() {
      known.change({ report: null });
    },
    /** Takes what the work on them, or another state, knows. */
    provide(parts: Partial<CorrectionsKnown>) {
      known.change(parts);
    },
  };
}
