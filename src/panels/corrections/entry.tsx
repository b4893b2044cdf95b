/** One correction: what, before and after, its source, and how it stands. */
import { currentValue, isDraft } from '../../domain/corrections.ts';
import type { Correction } from '../../domain/schema/correction.ts';
import { useApp } from '../../state/app.ts';
import { LinkButton } from '../../ui/pieces.tsx';
import { SourceLine } from '../shared/source-line.tsx';
import { fieldWords, namesIn, newWords, valueWords } from './phrases.ts';
import { useCorrecting } from './use-correcting.ts';

interface EntryProps {
  readonly correction: Correction;
  /** It is kept on this device: it can be withdrawn, and made anew. */
  readonly own?: boolean;
}

export function Entry({ correction, own = false }: EntryProps) {
  const { state, i18n, places } = useApp();
  const work = useCorrecting();
  const { t, name, date } = i18n.value;
  const site = work.recordOf(correction.record);
  const nameOf = namesIn(i18n.value, state);
  const title = site === undefined ? correction.record : name(site);
  const field = fieldWords(i18n.value, site, correction.field, nameOf);
  const standing = work.standings.value.get(correction);
  const now = site === undefined ? null : currentValue(site, correction.field);
  const withdraw = () => {
    work.withdraw(correction);
    places.panel.current?.focus();
  };
  const again = () => {
    if (site === undefined) return;
    state.actions.selectSite(site.id);
    state.corrections.edit(site.id, correction.field);
  };
  const isAgain = standing === 'conflict' || (isDraft(correction) && standing === 'applied');
  const canBeAnew = site !== undefined && correction.field !== 'record' && !correction.field.startsWith('former:');
  return (
    <>
      <h4>
        {title} · {field}
      </h4>
      <p>
        <del>{valueWords(i18n.value, correction.oldValue, correction.field, nameOf)}</del>{' '}
        <span aria-hidden="true">→</span> <ins>{newWords(i18n.value, correction, nameOf)}</ins>
      </p>
      {standing === 'conflict' && now !== null && (
        <p>
          {t('correctionNow')}: {valueWords(i18n.value, now, correction.field, nameOf)}
        </p>
      )}
      <p class="small">
        <SourceLine source={correction.source} />
      </p>
      <p class="small muted">{t('correctionMade', { date: date(correction.made), version: correction.dataVersion })}</p>
      {standing !== undefined && <p class={`standing standing-${standing}`}>{t(`standing.${standing}`)}</p>}
      {own && (
        <p class="actions no-print">
          {site !== undefined && (
            <LinkButton onClick={() => state.actions.selectSite(site.id)}>{t('correctionShow')}</LinkButton>
          )}
          {isAgain && canBeAnew && (
            <LinkButton onClick={again}>{t(isDraft(correction) ? 'keepStateSource' : 'keepAgain')}</LinkButton>
          )}
          <button
            type="button"
            class="link-button"
            aria-label={t('correctionsWithdrawThis', { name: title, field })}
            onClick={withdraw}
          >
            {t('correctionsWithdraw')}
          </button>
        </p>
      )}
    </>
  );
}
