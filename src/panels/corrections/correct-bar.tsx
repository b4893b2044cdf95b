/** The way from a record to its corrections. */
import { isCorrected, type Site } from '../../domain/site.ts';
import { useApp } from '../../state/app.ts';
import { LinkButton } from '../../ui/pieces.tsx';
import { CorrectedBadge } from '../provenance/corrected-badge.tsx';
import './corrections.css';

export function CorrectBar({ site }: { readonly site: Site }) {
  const { state, i18n } = useApp();
  const { t } = i18n.value;
  return (
    <p class="correct-bar">
      {isCorrected(site) && (
        <CorrectedBadge isDraft={Object.values(site.corrected ?? {}).some((made) => made?.source === null)} />
      )}
      <span class="actions no-print">
        <LinkButton onClick={() => state.corrections.edit(site.id, 'location')}>{t('correctThis')}</LinkButton>
        <CorrectionsLink />
      </span>
    </p>
  );
}

/** To the list of all corrections, with their number. */
export function CorrectionsLink() {
  const { state, i18n } = useApp();
  const n = state.corrections.list.value.length;
  return (
    <LinkButton onClick={() => state.actions.openView('corrections')}>
      {n === 0 ? i18n.value.t('corrections') : i18n.value.t('correctionsCount', { n })}
    </LinkButton>
  );
}
