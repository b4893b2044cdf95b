/** The way to the map, where a point is set by hand. */
import { useApp } from '../../state/app.ts';
import { LinkButton, Note } from '../../ui/pieces.tsx';

export function MapChoice({ compact = false }: { readonly compact?: boolean }) {
  const { state, i18n, narrow, map } = useApp();
  const { t } = i18n.value;
  if (map.value === null) return <Note>{t('correctNoMap')}</Note>;
  const choose = () => {
    if (narrow.value) state.actions.setSheet('peek');
    map.value?.focus();
  };
  const position = state.corrections.draft.value?.position ?? null;
  return (
    <>
      <p class="actions">
        <LinkButton onClick={choose}>{t('correctOnMap')}</LinkButton>
      </p>
      {!compact && <p class="field-hint">{t('correctOnMapOn')}</p>}
      <p class="visually-hidden" role="status">
        {position === null ? '' : t('correctDraftAt', { lng: position[0].toFixed(5), lat: position[1].toFixed(5) })}
      </p>
    </>
  );
}
