/** Ctrl+K, or Cmd+K, opens the palette wherever one is, but for a stage, which has keys of its own. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useApp } from '../../state/app.ts';
import { lazyPanel } from '../frame/lazy-panel.tsx';

const Palette = lazyPanel(() => import('./palette.tsx').then((m) => m.default), {
  words: ['panels', 'palette'],
  wait: 'silent',
});

export function PaletteKey() {
  const { state } = useApp();
  const open = useSignal(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isK = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey);
      if (!isK || event.shiftKey || event.altKey || event.defaultPrevented || state.mode.peek() === 'present') return;
      event.preventDefault();
      open.value = true;
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return open.value ? (
    <Palette
      onClose={() => {
        open.value = false;
      }}
    />
  ) : null;
}
