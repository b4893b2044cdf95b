/**
 * What is there in every view: the palette of commands, what a filter left, said aloud (the legend that shows it may be
 * behind a tab or under a table), and what a copied link leaves behind.
 */
import { countRecords } from '../../domain/site.ts';
import { useApp } from '../../state/app.ts';
import { PaletteKey } from '../palette/palette-key.tsx';
import { lazyPanel } from './lazy-panel.tsx';

const LinkTold = lazyPanel(() => import('../workspace/link-told.tsx').then((m) => m.LinkTold), {
  words: ['workspace', 'plan'],
  wait: 'silent',
});

export default function InEveryView() {
  const { state, i18n } = useApp();
  const n = countRecords(state.visibleSites.value);
  const total = countRecords(state.sites.value);
  return (
    <>
      <PaletteKey />
      <p class="visually-hidden" role="status">
        {i18n.value.t('announceCount', { n, total })}
      </p>
      {state.linkCopied.value !== null && <LinkTold address={state.linkCopied.value} />}
    </>
  );
}
