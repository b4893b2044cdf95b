/** The one line of an embedded map: what it is, whom it is owed to, its approval number, and the way to the whole page. */
import { useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { formatAddress } from '../../state/address/address.ts';
import { useApp } from '../../state/app.ts';
import { Icon } from '../../ui/icon.tsx';

/** The map's own credits and mark, however it is drawn. */
const FURNITURE = '.map-credits, .map-mark';

export function EmbedLine({ map }: { readonly map: RefObject<HTMLElement | null> }) {
  const { state, i18n } = useApp();
  const { t } = i18n.value;
  const open = useSignal(false);
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const box = map.current;
    if (box === null) return;
    // They go on being the map's: it writes into them what it draws. Another map, after a lost context, brings others.
    const adopt = () => {
      const found = [...box.querySelectorAll(FURNITURE)];
      if (found.length > 0) line.current?.replaceChildren(...found);
      // Whether they show is the line's to say: it has a button of its own for it.
      for (const one of found) if (one instanceof HTMLDetailsElement) one.open = true;
    };
    adopt();
    const watch = new MutationObserver(adopt);
    watch.observe(box, { childList: true, subtree: true });
    return () => watch.disconnect();
  }, []);
  const whole = formatAddress({ ...state.address.value, embed: null });
  return (
    <footer class={`embed-line ${open.value ? 'is-open' : ''}`}>
      <h1 title={t('appTitle')}>{t('appTitle')}</h1>
      <div class="embed-credits map-view" data-map-theme={state.theme.value} ref={line} />
      <button
        type="button"
        class="embed-more"
        aria-label={t('sourcesShort')}
        aria-expanded={open.value}
        onClick={() => (open.value = !open.value)}
      >
        <Icon name="info" />
      </button>
      <a href={`#${whole}`} target="_blank" rel="noopener" title={t('embedWholeHint')}>
        {t('embedWhole')} <Icon name={OUT} size={14} />
      </a>
    </footer>
  );
}

const OUT = { path: 'M10 5H5V19H19V14M13.5 4H20V10.5M20 4L11 13' };
