/** The way into the tools of planning: over the map, or on a phone's start page. */
import { yearOf } from '../../domain/milestones.ts';
import { type App, useApp } from '../../state/app.ts';
import { CLOCK } from '../../ui/clock-icon.ts';
import { Icon, type IconShape } from '../../ui/icon.tsx';
import { lazyPanel } from '../frame/lazy-panel.tsx';
import './plan-bar.css';

export interface BenchTool {
  readonly icon: IconShape;
  readonly label: string;
  readonly pressed: boolean;
  /** Where the words of all find no room in one line, its sign says it alone. */
  readonly asSign?: boolean;
  readonly open: () => void;
}

/** The view as a stop of a tour; how that is done comes with the first one. */
async function take(app: App): Promise<void> {
  try {
    const { takeStop } = await import('../present/author/take-stop.ts');
    await takeStop(app);
  } catch (error) {
    app.state.actions.notify(error);
  }
}

const YearBar = lazyPanel(() => import('./year-bar.tsx').then((m) => m.default), { words: ['plan'], wait: 'silent' });

export function BenchBar() {
  const app = useApp();
  const { state, i18n } = app;
  const { t } = i18n.value;
  const { actions, plan } = state;
  const view = state.view.value;
  const asking = state.isAsking.value;
  const tools: readonly BenchTool[] = [
    {
      icon: 'target',
      label: t('planAsk'),
      pressed: asking,
      open: () => (asking ? actions.close() : actions.openAsk()),
    },
    {
      icon: 'table',
      label: t('planCross'),
      pressed: view === 'cross',
      open: () => actions.openCross(plan.cross.value),
    },
    {
      icon: 'layers',
      label: t('planShade'),
      pressed: view === 'shade',
      open: () => actions.openView(view === 'shade' ? null : 'shade'),
    },
    {
      icon: 'plus',
      label: t('planImport'),
      pressed: view === 'data',
      open: () => actions.openView(view === 'data' ? null : 'data'),
    },
    {
      icon: 'export',
      label: t('planExport'),
      pressed: view === 'export',
      open: () => actions.openView(view === 'export' ? null : 'export'),
    },
    {
      icon: 'pencil',
      label: t('sketches'),
      pressed: view === 'sketches',
      asSign: true,
      open: () => actions.openView(view === 'sketches' ? null : 'sketches'),
    },
    {
      icon: CLOCK,
      label: t('planYears'),
      pressed: plan.year.value !== null,
      asSign: true,
      open: () => plan.setYear(plan.year.peek() === null ? yearOf(state.base.version.date) : null),
    },
    { icon: 'play', label: t('planTake'), pressed: false, asSign: true, open: () => void take(app) },
  ];
  return (
    <>
      <div class="plan-bar no-print" role="toolbar" aria-label={t('planBar')}>
        {tools.map(({ icon, label, pressed, asSign = false, open }, at) => (
          <button
            ref={at === 0 ? app.places.tools : null}
            key={label}
            type="button"
            class={`text-button${asSign ? ' as-sign' : ''}`}
            title={asSign ? label : undefined}
            aria-pressed={pressed}
            onClick={open}
          >
            <Icon name={icon} size={16} /> <span class="word">{label}</span>
          </button>
        ))}
      </div>
      {plan.year.value !== null && <YearBar />}
    </>
  );
}
