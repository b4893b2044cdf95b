/** Which document is shown, as of when, and what came later; a choice where there are several. */
import { useApp } from '../../state/app.ts';
import { DocumentChoice } from './document-choice.tsx';
import { LaterList } from './document-later.tsx';

export function DocumentHead() {
  const { state, i18n } = useApp();
  const { t, date, verbatim } = i18n.value;
  const policy = state.policy.value;
  return (
    <div class="document-head">
      <DocumentChoice />
      <p class="muted">
        {t('documentShown', {
          title: verbatim(policy.title, policy.titleEn),
          asOf: date(state.base.version.date),
        })}
      </p>
      <LaterList policy={policy} />
    </div>
  );
}
