/** Work on the user's corrections: what is kept, how each stands against the register, and files of them. */
import { computed, signal } from '@preact/signals';
import type { CorrectionStore } from '../../data/device/corrections-store.ts';
import type { Base } from '../../domain/base.ts';
import {
  applyCorrections,
  currentValue,
  type Standing,
  sameNewValue,
  sameTarget,
  standingOf,
  targetOf,
  withAdded,
} from '../../domain/corrections.ts';
import { formerIdOf } from '../../domain/former-records.ts';
import type { Correction } from '../../domain/schema/correction.ts';
import type { Site } from '../../domain/site.ts';
import type { Correcting, Corrections, Refusal, Workbook } from './corrections.ts';

/** The record with what a file says of its other fields: a park that moves to another district moves as a whole. */
function withOthers(site: Site | undefined, of: Correction, all: readonly Correction[]): Site | undefined {
  if (site === undefined) return undefined;
  const others = all.filter((c) => c.record === site.id && c.field !== of.field && c.field !== 'record');
  return applyCorrections([site], others)[0];
}

/** Reads the store, follows it, and fills `corrections`. */
export function createCorrecting(base: Base, corrections: Corrections, store: CorrectionStore): Correcting {
  const { list, kept, registerById } = corrections;

  const added = computed<ReadonlyMap<string, Site>>(
    () => new Map(withAdded([], list.value).map((site) => [site.id, site])),
  );
  const recordOf = (id: string) => registerById.get(id) ?? added.value.get(id);
  /** What a correction is held against: an addition against the register, the others against what is there then. */
  const heldAgainst = ({ field, record }: Correction) =>
    field === 'record' ? registerById.get(record) : recordOf(record);

  const standings = computed<ReadonlyMap<Correction, Standing>>(
    () => new Map(list.value.map((c) => [c, standingOf(heldAgainst(c), c)])),
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

  const work: Correcting = {
    workbook: signal<Workbook | null>(null),
    standings,
    recordOf,
    add(...corrections) {
      const targets = new Set(corrections.map(targetOf));
      const said = corrections.filter((correction) => standingOf(heldAgainst(correction), correction) !== 'merged');
      keep([...list.peek().filter((other) => !targets.has(targetOf(other))), ...said]);
    },
    withdraw(correction) {
      keep(list.peek().filter((other) => other !== correction));
    },
    withdrawAll() {
      keep([]);
    },
    replaceAll: keep,
    open(opened, isValid) {
      const next = [...list.peek()];
      const added: Correction[] = [];
      const known: Correction[] = [];
      const refused: { correction: Correction; why: Refusal }[] = [];
      // Records that are added come first: others of the file may be of them.
      for (const correction of [...opened].sort(
        (a, b) => Number(b.field === 'record') - Number(a.field === 'record'),
      )) {
        const isNew = correction.field === 'record';
        const site = isNew
          ? registerById.get(correction.record)
          : (recordOf(correction.record) ?? withAdded([], next).find(({ id }) => id === correction.record));
        const own = next.find((other) => sameTarget(other, correction));
        const former = formerIdOf(correction.field);
        if (standingOf(site, correction) === 'merged') known.push(correction);
        else if (former !== null && recordOf(former) === undefined) refused.push({ correction, why: 'noRecord' });
        else if (own !== undefined && sameNewValue(own, correction)) known.push(correction);
        else if (standingOf(site, correction) === 'conflict') {
          const isThere = isNew || (site !== undefined && currentValue(site, correction.field) !== null);
          refused.push({ correction, why: isThere ? 'differs' : 'noRecord' });
        } else {
          const valid = isValid(correction, withOthers(site, correction, opened));
          const why = valid ? (own === undefined ? null : 'ownDiffers') : 'invalid';
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
    takeRefused(correction) {
      work.add(correction);
      const report = corrections.report.peek();
      if (report === null) return;
      const refused = report.refused.filter((each) => each.correction !== correction);
      corrections.provide({ report: { ...report, refused, added: [...report.added, correction] } });
    },
    dropAside() {
      store.dropAside();
      corrections.provide({ aside: [] });
    },
  };
  corrections.provide({ work });
  return work;
}
