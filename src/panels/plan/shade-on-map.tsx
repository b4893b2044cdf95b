/** The legend that lies on the map. It also hands the classes to the map, whichever panel is open. */
import { useEffect } from 'preact/hooks';
import { useApp } from '../../state/app.ts';
import { LinkButton } from '../../ui/pieces.tsx';
import { LegendRows, shadeTitle, useShadeView, yearWords } from './shade-legend.tsx';

/** The legend on the map, there as long as the districts are shaded. */
export default function ShadeOnMap() {
  const { state, i18n, need, narrow } = useApp();
  const { t } = i18n.value;
  const { plan } = state;
  const view = useShadeView();
  useEffect(() => need.words('plan'), []);
  useEffect(() => {
    plan.shaded.value = view?.shaded ?? null;
    return () => {
      plan.shaded.value = null;
    };
  }, [view]);
  // The panel beside the map holds the same legend.
  if (view === null || !i18n.value.has('plan') || (state.view.value === 'shade' && !narrow.value)) return null;
  return (
    <section class="shade-legend" aria-label={t('shadeLegend')}>
      <h2>
        {shadeTitle(i18n.value, view)} <span class="muted">{yearWords(i18n.value, view)}</span>
      </h2>
      <LegendRows view={view} />
      <LinkButton onClick={() => state.actions.openView('shade')}>{t('shadeOpen')}</LinkButton>
    </section>
  );
}
