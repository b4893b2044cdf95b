/** The legend that lies on the map. */
import { useApp } from '../../state/app.ts';
import { LinkButton } from '../../ui/pieces.tsx';
import { LegendRows } from './shade-legend.tsx';
import { shadeHeading } from './shade-words.ts';

/** There as long as the districts are shaded. */
export default function ShadeOnMap() {
  const { state, i18n, narrow } = useApp();
  const { t } = i18n.value;
  const view = state.plan.shadeView.value;
  // The panel beside the map holds the same legend.
  if (view === null || (state.view.value === 'shade' && !narrow.value)) return null;
  return (
    <section class="shade-legend" aria-label={t('shadeLegend')}>
      <h2>{shadeHeading(i18n.value, view)}</h2>
      <LegendRows view={view} />
      <LinkButton onClick={() => state.actions.openView('shade')}>{t('shadeOpen')}</LinkButton>
    </section>
  );
}
