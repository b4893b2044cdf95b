/** Files dragged anywhere onto the window open the panel that takes them. */
import { useLayoutEffect } from 'preact/hooks';
import { useApp } from '../../state/app.ts';

export function useFileDrop(): void {
  const { state } = useApp();
  // At once: on a busy machine a file may be here before the first frame has been painted.
  useLayoutEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    const root = document.documentElement;
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;
    const over = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      if (root.classList.contains('is-dropping')) return;
      root.classList.add('is-dropping');
      if (state.view.peek() !== 'data') state.actions.openView('data');
    };
    const end = () => root.classList.remove('is-dropping');
    const drop = (event: DragEvent) => {
      end();
      if (!hasFiles(event)) return;
      event.preventDefault();
      state.actions.dropFiles([...(event.dataTransfer?.files ?? [])]);
    };
    window.addEventListener('dragover', over, { signal });
    window.addEventListener('drop', drop, { signal });
    // Left the window altogether.
    window.addEventListener('dragleave', (event) => event.relatedTarget === null && end(), { signal });
    return () => listening.abort();
  }, []);
}
