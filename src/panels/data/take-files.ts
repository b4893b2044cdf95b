/** Files that were dropped or chosen: a workspace goes to its own panel by itself, the others are looked into. */
import type { App } from '../../state/app.ts';
import type { ImportSession } from '../../state/imports/import-session.ts';

export function takeFiles(app: App, session: ImportSession, files: readonly File[]): void {
  const archives = files.filter(({ name }) => /\.zip$/i.test(name));
  if (archives.length === 0) {
    void session.openAll(files);
    return;
  }
  import('../workspace/take-workspace.ts')
    .then(({ takeWorkspace }) => takeWorkspace(app, archives))
    .then((taken) => {
      const others = files.filter((file) => file !== taken);
      if (others.length > 0) void session.openAll(others);
    })
    .catch((error: unknown) => app.state.actions.notify(error));
}
