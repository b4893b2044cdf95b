/** The views of the address: one row each, what it is called, and what loads its code and its words. */
import type { MessageKey } from '../../i18n/index.ts';
import type { View } from '../../state/address/views.ts';
import { type LazyPanel, lazyPanel } from './lazy-panel.tsx';

interface ViewRow {
  /** Over the map its name stands above it; null where the panel says it itself. */
  readonly title: MessageKey | null;
  readonly Panel: LazyPanel<object>;
}

export const VIEW_ROWS: Readonly<Record<View, ViewRow>> = {
  reader: {
    title: null,
    Panel: lazyPanel(() => import('../reader/reader-panel.tsx').then((m) => m.ReaderPanel), { words: ['panels'] }),
  },
  units: {
    title: 'viewUnits',
    Panel: lazyPanel(() => import('../tables/units-view.tsx').then((m) => m.UnitsView), { words: ['panels'] }),
  },
  targets: {
    title: 'viewTargets',
    Panel: lazyPanel(() => import('../tables/targets-view.tsx').then((m) => m.TargetsView), { words: ['panels'] }),
  },
  coverage: {
    title: 'viewCoverage',
    Panel: lazyPanel(() => import('../tables/coverage-view.tsx').then((m) => m.CoverageView), { words: ['panels'] }),
  },
  method: {
    title: 'viewMethod',
    Panel: lazyPanel(() => import('../invest/method-view.tsx').then((m) => m.default), { words: ['panels', 'invest'] }),
  },
  table: {
    title: 'viewTable',
    Panel: lazyPanel(() => import('../plan/table-view.tsx').then((m) => m.default), { words: ['panels', 'plan'] }),
  },
  corrections: {
    title: null,
    Panel: lazyPanel(() => import('../corrections/corrections-panel.tsx').then((m) => m.default), {
      words: ['panels'],
    }),
  },
  ask: {
    title: null,
    Panel: lazyPanel(() => import('../plan/ask-panel.tsx').then((m) => m.default), { words: ['panels', 'plan'] }),
  },
  cross: {
    title: 'planCross',
    Panel: lazyPanel(() => import('../plan/cross-view.tsx').then((m) => m.default), { words: ['panels', 'plan'] }),
  },
  shade: {
    title: null,
    Panel: lazyPanel(() => import('../plan/shade-panel.tsx').then((m) => m.default), { words: ['panels', 'plan'] }),
  },
  data: {
    title: null,
    Panel: lazyPanel(() => import('../data/data-panel.tsx').then((m) => m.default), { words: ['panels', 'plan'] }),
  },
  export: {
    title: null,
    Panel: lazyPanel(() => import('../export/export-panel.tsx').then((m) => m.default), { words: ['panels', 'plan'] }),
  },
  licences: {
    title: null,
    Panel: lazyPanel(() => import('../about/licences-panel.tsx').then((m) => m.default), {
      words: ['panels', 'about'],
    }),
  },
  shortlist: {
    title: null,
    Panel: lazyPanel(() => import('../invest/shortlist.tsx').then((m) => m.default), {
      words: ['panels', 'invest', 'dossier'],
    }),
  },
  accessibility: {
    title: null,
    Panel: lazyPanel(() => import('../about/access-panel.tsx').then((m) => m.default), { words: ['panels', 'about'] }),
  },
  compare: {
    title: 'cmpTitle',
    Panel: lazyPanel(() => import('../invest/compare-view.tsx').then((m) => m.default), {
      words: ['panels', 'invest', 'dossier', 'plan'],
    }),
  },
  offers: {
    title: null,
    Panel: lazyPanel(() => import('../invest/offers-panel.tsx').then((m) => m.default), {
      words: ['panels', 'invest', 'dossier'],
    }),
  },
  dossier: {
    title: null,
    Panel: lazyPanel(() => import('../invest/dossier-view.tsx').then((m) => m.default), {
      words: ['panels', 'invest', 'dossier', 'plan'],
    }),
  },
};
