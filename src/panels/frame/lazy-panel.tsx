/** A panel whose code comes on first need. What it waits for is said, and so is a failure, with a way to try again. */
import { useSignal } from '@preact/signals';
import type { ComponentType, FunctionComponent } from 'preact';
import { useEffect } from 'preact/hooks';
import { useApp } from '../../state/app.ts';
import { PartFailed } from './part-failed.tsx';

export type LazyPanel<P extends object> = FunctionComponent<P> & {
  /** Fetches the code ahead of need; the panel then shows at once. */
  preload(): Promise<void>;
};

/** A `silent` one leaves its place empty until it is there: what lies over the map. */
export function lazyPanel<P extends object>(
  load: () => Promise<ComponentType<P>>,
  wait: 'said' | 'silent' = 'said',
): LazyPanel<P> {
  let Loaded: ComponentType<P> | null = null;
  const preload = async () => {
    Loaded = await load();
  };
  function Panel(props: P) {
    const { i18n } = useApp();
    const { t } = i18n.value;
    const phase = useSignal<'waiting' | 'ready' | 'failed'>(Loaded === null ? 'waiting' : 'ready');
    const fetchCode = () => {
      phase.value = 'waiting';
      preload().then(
        () => (phase.value = 'ready'),
        () => (phase.value = 'failed'),
      );
    };
    useEffect(() => {
      if (Loaded === null) fetchCode();
    }, []);
    if (phase.value === 'ready' && Loaded !== null) return <Loaded {...props} />;
    if (phase.value === 'waiting') return wait === 'silent' ? null : <p class="boot">{t('loading')}</p>;
    return <PartFailed onAgain={fetchCode} />;
  }
  return Object.assign(Panel, { preload });
}
