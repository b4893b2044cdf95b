/** Another's list that a link brings: one's own is untouched until its user says so. */
import { MOST_SHORTLISTED } from '../../state/address/keys.ts';
import { useApp } from '../../state/app.ts';
import './shortlist.css';

/** `onStart`: on the start page, where it is asked once and no more. */
export function ShortlistLink({ onStart = false }: { readonly onStart?: boolean }) {
  const { state, i18n } = useApp();
  const { t } = i18n.value;
  const list = state.invest.list.value;
  const theirs = list?.foreign.value ?? null;
  if (list === null || theirs === null) return null;
  const looking = list.looking.value;
  const noted = Object.keys(list.theirNotes.value).length;
  if (looking && onStart) return null;
  const counts = { n: theirs.length, own: list.own.value.length };
  const merge = () => {
    if (list.merge() > 0) state.actions.notify(t('shortFull', { n: MOST_SHORTLISTED }));
  };
  return (
    <section class="from-link no-print" aria-label={t('shortLinkTitle')}>
      {!looking && <h3>{t('shortLinkTitle')}</h3>}
      <p role="status">
        {t(looking ? 'shortLooking' : 'shortLinkText', counts)}
        {noted > 0 && !onStart && ` ${t('openNotes', { n: noted })}`}
      </p>
      <div class="take-actions">
        <button type="button" class="text-button is-framed" onClick={merge}>
          {t('shortLinkMerge')}
        </button>
        <button type="button" class="text-button is-framed" onClick={list.replace}>
          {t('shortLinkReplace')}
        </button>
        {!looking && (
          <button type="button" class="text-button is-framed" onClick={list.look}>
            {t('shortLinkLook')}
          </button>
        )}
        <button type="button" class="text-button is-framed" onClick={list.showOwn}>
          {t('shortBack')}
        </button>
      </div>
    </section>
  );
}
