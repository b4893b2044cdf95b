/** A snapshot before a large change; what makes it comes with the first one. */
import { keepsDatabases } from '../../data/device/kept-db.ts';
import type { SnapshotReason } from '../../data/device/workspace-store.ts';
import type { WorkspaceApp } from './workspace.ts';

/** A change waits no longer than this: what is there was read by then, and is written beside it. */
const PATIENCE_MS = 8000;

/** Resolves when the change may be made. That no snapshot can be kept is told, and holds nobody up. */
export async function keepBefore(app: WorkspaceApp, why: SnapshotReason, what?: string): Promise<void> {
  if (!keepsDatabases()) return;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS);
  });
  const kept = import('./workspace.ts').then(({ workspaceOf }) => workspaceOf(app).snapshot(why, what));
  await Promise.race([kept, late]).catch(app.state.actions.notify);
  clearTimeout(timer);
}
