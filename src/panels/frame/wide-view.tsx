/** A table that needs the map's room, with its head, the way back, and what every page that leaves us carries. */
import type { FunctionComponent } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { MessageKey } from '../../i18n/index.ts';
import { useApp } from '../../state/app.ts';
import { IconButton } from '../../ui/pieces.tsx';
import { DocumentChoice } from '../reader/document-choice.tsx';
import { PageMark } from '../shared/page-mark.tsx';
import { SourceLine } from '../shared/source-line.tsx';
import { CoverageView } from '../tables/coverage-view.tsx';
import { TargetsView } from '../tables/targets-view.tsx';
import { UnitsView } from '../tables/units-view.tsx';
import { lazyPanel } from './lazy-panel.tsx';
import type { WideViewId } from './views.ts';
import './wide-view.css';

/** A page to print has a frame of its own. */
const Dossier = lazyPanel(() => import('../invest/dossier-view.tsx').then((m) => m.default));

type TableId = Exclude<WideViewId, 'dossier'>;
const TITLE: Record<TableId, MessageKey> = {
  units: 'viewUnits',
  targets: 'viewTargets',
  coverage: 'viewCoverage',
  cross: 'planCross',
  method: 'viewMethod',
  table: 'viewTable',
  compare: 'cmpTitle',
};
const CONTENT: Record<TableId, FunctionComponent> = {
  units: UnitsView,
  targets: TargetsView,
  coverage: CoverageView,
  cross: lazyPanel(() => import('../plan/cross-view.tsx').then((m) => m.default)),
  method: lazyPanel(() => import('../invest/method-view.tsx').then((m) => m.default)),
  table: lazyPanel(() => import('../plan/table-view.tsx').then((m) => m.default)),
  compare: lazyPanel(() => import('../invest/compare-view.tsx').then((m) => m.default)),
};

export default function WideView({ view }: { readonly view: WideViewId }) {
  return view === 'dossier' ? <Dossier /> : <Table view={view} />;
}

function Table({ view }: { readonly view: TableId }) {
  const { state, i18n, need } = useApp();
  const { t, has } = i18n.value;
  const box = useRef<HTMLElement>(null);
  const ready = view !== 'compare' || has('dossier');
  useEffect(() => box.current?.focus(), [view, ready]);
  useEffect(() => {
    if (view === 'compare') need.words('dossier');
  }, [view]);
  const Content = CONTENT[view];
  if (!ready) return <p class="boot">{t('loading')}</p>;
  return (
    <section class="wide-view" id="wide" ref={box} tabIndex={-1} aria-label={t(TITLE[view])}>
      <header class="wide-head">
        <h2>{t(TITLE[view])}</h2>
        <div class="no-print">
          <IconButton icon="print" label={t('print')} onClick={() => window.print()} />
          <IconButton icon="close" label={t('close')} onClick={() => state.actions.openView(null)} />
        </div>
      </header>
      {view !== 'cross' && view !== 'table' && view !== 'method' && view !== 'compare' && (
        <>
          <DocumentChoice />
          <p class="wide-source small muted">
            {t('reader')}: <SourceLine source={state.policy.value.source} />
          </p>
        </>
      )}
      <Content />
      <PageMark class="wide-foot small muted" />
    </section>
  );
}
