/** Corrections as one file: written here, opened on another machine, merged by the data build. Pure. */
import { type Correction, Patch } from '../../domain/schema/correction.ts';
import { parseAs } from '../../domain/schema/parse.ts';

export function patchOf(corrections: readonly Correction[], dataVersion: string, exported: string): Patch {
  return { format: 'foshan-224-corrections', schema: 2, dataVersion, exported, corrections: [...corrections] };
}

/** JSON with a line end, indented so that people can read it before they merge it. */
export function patchText(patch: Patch): string {
  return `${JSON.stringify(patch, null, 2)}\n`;
}

export function patchFileName({ exported }: Pick<Patch, 'exported'>): string {
  return `foshan-224-corrections-${exported}.json`;
}

/** Throws one error that names the file and what is wrong with it. */
export function readPatch(text: string, name: string): Patch {
  let content: unknown;
  try {
    content = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new Error(`${name}: not valid JSON`);
  }
  return parseAs(Patch, content, name);
}
