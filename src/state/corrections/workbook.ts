/** An edited workbook of the register on its way in: read, compared, and taken as far as the user says. */
import type { CodeOf } from '../../analysis/register-workbook/cells.ts';
import { compareWorkbook } from '../../analysis/register-workbook/compare.ts';
import type { Proposal } from '../../analysis/register-workbook/comparison.ts';
import { ImportError, note } from '../../data/import/guards/notes.ts';
import { readRegisterSheets } from '../../data/import/register-sheets.ts';
import { targetOf } from '../../domain/corrections.ts';
import { messageOf } from '../../domain/error-message.ts';
import type { Source } from '../../domain/schema/parts.ts';
import type { AppState } from '../app-state.ts';
import { today } from '../today.ts';
import type { Correcting } from './corrections.ts';
import { toWgs84 } from './to-wgs84.ts';
import { townsIn } from './towns-in.ts';

/**
 * Reads a workbook and compares it with what the page shows. What cannot be read is said in `workbook`, and nothing
 * else changes.
 *
 * @param codeOf what words of the interface stand for, by column
 */
export async function openWorkbook(
  { base, corrections }: AppState,
  work: Correcting,
  file: File,
  codeOf: (key: string) => CodeOf,
): Promise<void> {
  const fileName = file.name;
  const reading = { kind: 'reading', fileName } as const;
  work.workbook.value = reading;
  // What an earlier file still answers is no longer heard.
  const isCurrent = () => work.workbook.peek() === reading;
  try {
    const sheets = await readRegisterSheets(file);
    if (!isCurrent()) return;
    const comparison = compareWorkbook(sheets, {
      sites: corrections.sites.peek(),
      recordOf: (id) => work.recordOf(id),
      districts: base.districts,
      towns: townsIn(base),
      toWgs84,
      codeOf,
      made: today(),
      dataVersion: base.version.data,
    });
    work.workbook.value = { kind: 'open', fileName, comparison, taken: 0 };
  } catch (error) {
    const failure =
      error instanceof ImportError
        ? { code: error.code, params: error.params }
        : note('internal', { message: messageOf(error) });
    if (isCurrent()) work.workbook.value = { kind: 'failed', fileName, failure };
  }
}

export function closeWorkbook(work: Correcting): void {
  work.workbook.value = null;
}

/**
 * Takes proposals into the user's corrections. One without a source of its own gets that of the whole file; where there
 * is none it stays.
 *
 * @returns how many were taken
 */
export function takeProposals(work: Correcting, ids: ReadonlySet<string>, source: Source | null): number {
  const open = work.workbook.peek();
  if (open?.kind !== 'open') return 0;
  const { proposals } = open.comparison;
  const isTaken = ({ id, sourced }: Proposal) => ids.has(id) && (sourced || source !== null);
  const taken = proposals.filter(isTaken);
  // One that the user had added and is now otherwise has another name.
  const replaced = new Set(
    taken.flatMap(({ correction, replaces }) => (replaces === undefined ? [] : [`${correction.record} ${replaces}`])),
  );
  for (const own of work.standings.peek().keys()) if (replaced.has(targetOf(own))) work.withdraw(own);
  work.add(...taken.map((proposal) => withSource(proposal, source)));
  const rest = proposals.filter((proposal) => !isTaken(proposal));
  work.workbook.value = {
    ...open,
    comparison: { ...open.comparison, proposals: rest },
    taken: open.taken + taken.length,
  };
  return taken.length;
}

const withSource = ({ correction, sourced }: Proposal, source: Source | null) =>
  sourced || source === null ? correction : { ...correction, source };
