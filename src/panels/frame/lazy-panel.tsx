/**
 * A panel whose code and words come on first need. What it waits for is said, and so is a failure, with a way to try
 * again.
 */
import { useSignal } from '@preact/signals';
import type { ComponentType, FunctionComponent } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Area } from '../../i18n/index.ts';
import { useApp } from '../../state/app.ts';
import { PartFailed } from './part-failed.tsx';

export type LazyPanel<P extends object> = FunctionComponent<P> & {
  /** Fetches the code ahead of need; the panel then shows at once. */
  preload(): Promise<void>;
};

interface LazyOptions {
  /** The catalogues of all that the panel says, besides the shell's. */
  readonly words?: readonly Area[];
  /** A `silent` one leaves its place empty until it is there: what lies over the map. */
  readonly wait?: 'said' | 'silent';
}

export function lazyPanel<P extends object>(
  load: () => Promise<ComponentType<P>>,
  { words = [], wait = 'said' }: LazyOptions = {},
): LazyPanel<P> {
  let Loaded: ComponentType<P> | null = null;
  const preload = async () => {
    Loaded = await load();
  };
  function Panel(props: P) {
    const { i18n, need } = useApp();
    const { t, has } = i18n.value;
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
      // Fetched ahead of need, between the first drawing and now.
      else phase.value = 'ready';
      for (const area of words) need.words(area);
    }, []);
    if (phase.value === 'failed') return <PartFailed onAgain={fetchCode} />;
    if (phase.value === 'ready' && Loaded !== null && words.every(has)) return <Loaded {...props} />;
    return wait === 'silent' ? null : <p class="boot">{t('loading')}</p>;
  }
  return Object.assign(Panel, { preload });
}
