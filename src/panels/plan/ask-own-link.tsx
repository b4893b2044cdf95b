/** What of a question with one's own area or line a link can carry: nothing, or a simplified outline with its error. */
import { useMemo } from 'preact/hooks';
import { useApp } from '../../state/app.ts';
import { linkableOutline, type OwnShape } from '../../state/plan/own-question.ts';
import { LinkButton, Note } from '../../ui/pieces.tsx';
import { errorWords } from '../shared/measures.ts';

export function OwnLink({ shape }: { readonly shape: OwnShape }) {
  const { state, i18n } = useApp();
  const { t } = i18n.value;
  const simple = useMemo(() => linkableOutline(shape), [shape]);
  return (
    <details class="also">
      <summary>{t('askOwnStays')}</summary>
      {simple === null ? (
        <Note>{t('askOwnNoSimple')}</Note>
      ) : (
        <>
          <Note>
            {t('askOwnSimple', { n: simple.ring.length, error: errorWords(i18n.value, simple.errorM) })}{' '}
            {simple.left > 0 && t('askOwnSimpleLeft', { n: simple.left })}{' '}
            {shape.radiusM > 0 && t('askOwnSimpleExact', { radius: errorWords(i18n.value, shape.radiusM) })}
          </Note>
          <LinkButton onClick={() => state.actions.setAsk({ kind: 'polygon', ring: simple.ring })}>
            {t('askOwnUseSimple')}
          </LinkButton>
        </>
      )}
    </details>
  );
}
