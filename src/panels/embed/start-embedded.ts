/** What an embedded page does besides showing itself. */
import type { App } from '../../state/app.ts';

/** Until the returned function is called. */
export function startEmbedded(app: App): () => void {
  const { state } = app;
  const address = state.address.peek();
  // A tour is the presenter's, and nothing else in a frame is.
  const mode = address.embed === 'tour' ? 'present' : address.mode === 'present' ? 'plan' : address.mode;
  if (mode !== address.mode) state.actions.restore({ ...address, mode });
  return () => undefined;
}
