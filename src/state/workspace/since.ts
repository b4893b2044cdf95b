/** The register as it was: as this device saw it last, or as an older file has it. */

import { recordState } from '../../analysis/register-changes.ts';
import type { WorkspaceStore } from '../../data/device/workspace-store.ts';
import type { PartFiles, ReadPart } from '../../data/workspace/file.ts';
import { isWorkspaceFile, readWorkspaceFile, WorkspaceFault } from '../../data/workspace/file.ts';
import type { Base } from '../../domain/base.ts';
import { messageOf } from '../../domain/error-message.ts';
import { parseAs } from '../../domain/schema/parse.ts';
import { exportedRegister, RegisterState } from '../../domain/schema/register-state.ts';

/** The part of a workspace that says what the register was; it is read to be compared, and taken by nobody. */
const REGISTER = { id: 'register', version: 1 } as const;
const NAME = 'register.json';

export const isRegisterPart = ({ id, version }: ReadPart): boolean =>
  id === REGISTER.id && version === REGISTER.version;

/** Without the user's corrections. */
export function registerState({ sites, version }: Pick<Base, 'sites' | 'version'>): RegisterState {
  return { data: version.data, date: version.date, records: sites.map(recordState) };
}

export function registerPart(base: Pick<Base, 'sites' | 'version'>): PartFiles {
  const bytes = () => new TextEncoder().encode(`${JSON.stringify(registerState(base))}\n`);
  return { ...REGISTER, files: [{ name: NAME, bytes, of: base.sites }] };
}

/** Keeps the register as it is seen now, and, once the data are others, what was seen before. */
export async function noteSeen(base: Pick<Base, 'sites' | 'version'>, store: WorkspaceStore): Promise<void> {
  const { now, before } = await store.seen();
  if (now?.data === base.version.data) return;
  await store.setSeen({ now: registerState(base), before: now ?? before });
}

/**
 * The register of an older workspace, or of an older export as GeoJSON.
 *
 * @throws WorkspaceFault, ImportError
 */
export async function olderRegister(file: File): Promise<RegisterState> {
  if (await isWorkspaceFile(file)) {
    const { parts } = await readWorkspaceFile(file);
    const [part] = parts.filter(isRegisterPart);
    const [text] = part?.files ?? [];
    if (text === undefined) throw new WorkspaceFault('no-register');
    return parsed(file.name, () => parseAs(RegisterState, json(new TextDecoder().decode(text.bytes)), NAME));
  }
  const whole = await file.text();
  return parsed(file.name, () => exportedRegister(json(whole), file.name));
}

const json = (text: string): unknown => JSON.parse(text);

function parsed(name: string, parse: () => RegisterState): RegisterState {
  try {
    return parse();
  } catch (error) {
    throw new WorkspaceFault('no-older-register', name, messageOf(error));
  }
}
