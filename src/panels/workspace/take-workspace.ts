/** Archives among the user's files, one of which may be a workspace. */
import { isWorkspaceFile } from '../../data/workspace/file.ts';
import type { App } from '../../state/app.ts';
import { workspaceOf } from '../../state/workspace/workspace.ts';

/** Opens the panel with the first that is one, and begins to read it; null where none is. */
export async function takeWorkspace(app: App, archives: readonly File[]): Promise<File | null> {
  for (const file of archives) {
    if (!(await isWorkspaceFile(file))) continue;
    void workspaceOf(app).open(file);
    app.state.actions.openView('workspace');
    return file;
  }
  return null;
}
