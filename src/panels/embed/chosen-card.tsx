/** What is chosen on an embedded map, in a few words; the whole page has the rest. */
import { useApp } from '../../state/app.ts';
import { IconButton } from '../../ui/pieces.tsx';
import { SiteInBrief } from '../frame/hover-card.tsx';
import { thingName } from '../shared/things.ts';

export function ChosenCard() {
  const { state, i18n } = useApp();
  const { t } = i18n.value;
  const chosen = state.selection.value;
  if (chosen === null) return null;
  const site = chosen.entity === 'site' ? state.siteById.value.get(chosen.id) : undefined;
  return (
    <section class="embed-card" aria-label={t('details')}>
      <div class="embed-card-words" role="status">
        {site === undefined ? (
          <strong>{thingName(state.things.value, i18n.value, chosen)}</strong>
        ) : (
          <SiteInBrief site={site} />
        )}
      </div>
      <IconButton icon="close" label={t('close')} onClick={() => state.actions.select(null)} />
    </section>
  );
}
