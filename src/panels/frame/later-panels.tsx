/**
 * Panels that no first view shows, each with a list of all files that go along with it: apart from the code that the
 * list of sites waits for, since these names are long.
 */
import { lazyPanel } from './lazy-panel.tsx';

export const InvestSide = lazyPanel(() => import('../invest/invest-side.tsx').then((m) => m.default), {
  words: ['panels', 'invest'],
});
export const InvestStart = lazyPanel(() => import('../invest/invest-start.tsx').then((m) => m.default), {
  words: ['panels', 'invest'],
});
export const Stage = lazyPanel(() => import('../present/stage.tsx').then((m) => m.default), {
  words: ['panels', 'present', 'author'],
  wait: 'silent',
});
export const Kiosk = lazyPanel(() => import('../present/kiosk.tsx').then((m) => m.default), {
  words: ['author'],
  wait: 'silent',
});
export const KioskStart = lazyPanel(() => import('../present/kiosk-start.tsx').then((m) => m.default), {
  words: ['panels', 'author'],
  wait: 'silent',
});
export const RowHover = lazyPanel(() => import('../data/map-sets.tsx').then((m) => m.RowHover), {
  words: ['panels', 'plan'],
  wait: 'silent',
});
export const ShadeLegend = lazyPanel(() => import('../plan/shade-on-map.tsx').then((m) => m.default), {
  words: ['panels', 'plan'],
  wait: 'silent',
});
export const WideView = lazyPanel(() => import('./wide-view.tsx').then((m) => m.default), { words: ['panels'] });
