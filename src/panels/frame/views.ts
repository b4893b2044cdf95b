/**
 * The views of the address: one row each, what loads its code and its words, and what it is called where it stands over
 * the map.
 */
import type { MessageKey } from '../../i18n/index.ts';
import type { View, ViewPlace } from '../../state/address/views.ts';
import { type LazyPanel, lazyPanel } from './lazy-panel.tsx';

interface Untitled {
  readonly title?: never;
  readonly Panel: LazyPanel<object>;
}

/** It stands over the map under a head that `WideView` gives it. */
interface Titled {
  readonly title: MessageKey;
  readonly Panel: LazyPanel<object>;
}

/** Beside the map a panel says its name itself, and a page to print has a frame of its own. */
type ViewRow<V extends View> = ViewPlace<V> extends 'table' | 'document' ? Titled : Untitled;

export const VIEW_ROWS: { readonly [V in View]: ViewRow<V> } = {
  reader: {
    Panel: lazyPanel(() => import('../reader/reader-panel.tsx').then((m) => m.ReaderPanel), { words: ['panels'] }),
  },
  units: {
    title: 'viewUnits',
    Panel: lazyPanel(() => import('../tables/units-view.tsx').then((m) => m.UnitsView), { words: ['panels'] }),
  },
  targets: {
    title: 'viewTargets',
    Panel: lazyPanel(() => import('../tables/targets-view.tsx').then((m) => m.TargetsView), {
      words: ['panels', 'targets'],
    }),
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
    Panel: lazyPanel(() => import('../corrections/corrections-panel.tsx').then((m) => m.default), {
      words: ['panels', 'corrections', 'keeping'],
    }),
  },
  ask: {
    Panel: lazyPanel(() => import('../plan/ask-panel.tsx').then((m) => m.default), { words: ['panels', 'plan'] }),
  },
  cross: {
    title: 'planCross',
    Panel: lazyPanel(() => import('../plan/cross-view.tsx').then((m) => m.default), { words: ['panels', 'plan'] }),
  },
  areas: {
    title: 'planAreas',
    Panel: lazyPanel(() => import('../plan/areas-view.tsx').then((m) => m.default), { words: ['panels', 'plan'] }),
  },
  shade: {
    Panel: lazyPanel(() => import('../plan/shade-panel.tsx').then((m) => m.default), { words: ['panels', 'plan'] }),
  },
  data: {
    Panel: lazyPanel(() => import('../data/data-panel.tsx').then((m) => m.default), { words: ['panels', 'plan'] }),
  },
  export: {
    Panel: lazyPanel(() => import('../export/export-panel.tsx').then((m) => m.default), { words: ['panels', 'plan'] }),
  },
  licences: {
    Panel: lazyPanel(() => import('../about/licences-panel.tsx').then((m) => m.default), {
      words: ['panels', 'about'],
    }),
  },
  shortlist: {
    Panel: lazyPanel(() => import('../invest/shortlist.tsx').then((m) => m.default), {
      words: ['panels', 'invest', 'dossier', 'pack'],
    }),
  },
  accessibility: {
    Panel: lazyPanel(() => import('../about/access-panel.tsx').then((m) => m.default), { words: ['panels', 'about'] }),
  },
  compare: {
    title: 'cmpTitle',
    Panel: lazyPanel(() => import('../invest/compare-view.tsx').then((m) => m.default), {
      words: ['panels', 'invest', 'dossier', 'plan'],
    }),
  },
  offers: {
    Panel: lazyPanel(() => import('../invest/offers-panel.tsx').then((m) => m.default), {
      words: ['panels', 'invest', 'dossier', 'pack'],
    }),
  },
  sketches: {
    Panel: lazyPanel(() => import('../sketches/sketch-panel.tsx').then((m) => m.default), {
      words: ['panels', 'plan'],
    }),
  },
  basemaps: {
    Panel: lazyPanel(() => import('../bases/bases-panel.tsx').then((m) => m.default), { words: ['panels', 'bases'] }),
  },
  locate: {
    Panel: lazyPanel(() => import('../corrections/bench/bench-panel.tsx').then((m) => m.default), {
      words: ['panels', 'plan', 'corrections', 'keeping'],
    }),
  },
  counting: {
    title: 'howCounted',
    Panel: lazyPanel(() => import('../counting/counting-view.tsx').then((m) => m.default), {
      words: ['panels', 'plan', 'counting', 'targets'],
    }),
  },
  workspace: {
    Panel: lazyPanel(() => import('../workspace/workspace-panel.tsx').then((m) => m.default), {
      words: ['panels', 'plan', 'workspace'],
    }),
  },
  embed: {
    Panel: lazyPanel(() => import('../embed/embed-panel.tsx').then((m) => m.default), { words: ['panels', 'embed'] }),
  },
  dossier: {
    Panel: lazyPanel(() => import('../invest/dossier-view.tsx').then((m) => m.default), {
      words: ['panels', 'invest', 'dossier', 'plan'],
    }),
  },
  pack: {
    Panel: lazyPanel(() => import('../invest/pack/pack-view.tsx').then((m) => m.default), {
      words: ['panels', 'invest', 'dossier', 'pack', 'plan'],
    }),
  },
};
