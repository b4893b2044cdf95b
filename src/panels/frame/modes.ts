/** The three ways to use the map. A mode that is missing here does not compile. */
import { lazyPanel } from './lazy-panel.tsx';
import type { Modes } from './mode.ts';
import { PlanSide } from './side.tsx';

const StartPanel = lazyPanel(() => import('./start-panel.tsx').then((m) => m.StartPanel), { words: ['panels'] });
const PlanTools = lazyPanel(() => import('../plan/plan-bar.tsx').then((m) => m.BenchBar), {
  words: ['panels'],
  wait: 'silent',
});

/** Fetches what the first mode shows before anything is chosen. */
export const preloadPlan = () => Promise.all([StartPanel.preload(), PlanTools.preload()]);

export const MODES: Modes = {
  plan: {
    label: 'planMode',
    icon: 'layers',
    Side: PlanSide,
    Tools: PlanTools,
    Start: StartPanel,
    Stage: null,
  },
  invest: {
    label: 'investMode',
    icon: 'scale',
    Side: lazyPanel(() => import('./later-panels.tsx').then((m) => m.InvestSide)),
    Tools: null,
    Start: lazyPanel(() => import('./later-panels.tsx').then((m) => m.InvestStart)),
    Stage: null,
  },
  present: {
    label: 'presentMode',
    icon: 'play',
    Side: PlanSide,
    Tools: null,
    Start: StartPanel,
    Stage: lazyPanel(() => import('./later-panels.tsx').then((m) => m.Stage), { wait: 'silent' }),
  },
};
