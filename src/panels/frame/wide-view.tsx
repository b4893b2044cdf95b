/** A table that needs the map's room, with its head, the way back, and what every page that leaves us carries. */
import { useEffect } from 'preact/hooks';
import { isOfDocument, type View } from '../../state/address/views.ts';
import { useApp } from '../../state/app.ts';
import { IconButton } from '../../ui/pieces.tsx';
import { DocumentChoice } from '../reader/document-choice.tsx';
import { PageMark } from '../shared/page-mark.tsx';
import { SourceLine } from '../shared/source-line.tsx';
import { VIEW_ROWS } from './views.ts';
import './wide-view.css';

export default function WideView({ view }: { readonly view: View }) {
  const { state, i18n, places } = useApp();
  const { t } = i18n.value;
  useEffect(() => places.wide.current?.focus(), [view]);
  const { title, Panel } = VIEW_ROWS[view];
  // A page to print has a frame of its own.
  if (title === undefined) return <Panel />;
  return (
    <section class="wide-view" id="wide" ref={places.wide} tabIndex={-1} aria-label={t(title)}>
      <header class="wide-head">
        <h2>{t(title)}</h2>
        <div class="no-print">
          <IconButton icon="print" label={t('print')} onClick={() => window.print()} />
          <IconButton icon="close" label={t('close')} onClick={() => state.actions.openView(null)} />
        </div>
      </header>
      {isOfDocument(view) && (
        <>
          <DocumentChoice />
          <p class="wide-source small muted">
            {t('reader')}: <SourceLine source={state.policy.value.source} />
          </p>
        </>
      )}
      <Panel />
      <PageMark class="wide-foot small muted" />
    </section>
  );
}
