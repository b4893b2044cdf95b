/** What an embedded page does besides showing itself. */
import type { App } from '../../state/app.ts';
import { openHostLine } from '../../state/embed/host-line.ts';

/** Shows what is asked for and speaks to the page around, until the returned function is called. */
export function startEmbedded(app: App): () => void {
  const { state } = app;
  const address = state.address.peek();
  // A tour is the presenter's, and nothing else in a frame is.
  const mode = address.embed === 'tour' ? 'present' : address.mode === 'present' ? 'plan' : address.mode;
  if (mode !== address.mode) state.actions.restore({ ...address, mode });
  // Opened by itself, as somebody may who tries it, there is nobody around.
  return window.parent === window ? () => undefined : openHostLine(app, window);
}
