/** Ask: what is around a place, in an area, or within an outline. The question lives in the address. */
import { useSignal } from '@preact/signals';
import { useApp } from '../../state/app.ts';
import { Note, Section } from '../../ui/pieces.tsx';
import { PanelHead } from '../shared/panel-head.tsx';
import { AskAnswer } from './ask-answer.tsx';
import { AskOutline } from './ask-outline.tsx';
import { AskWhere } from './ask-where.tsx';
import './plan.css';

export default function AskPanel() {
  const { state, i18n } = useApp();
  const { t } = i18n.value;
  const { plan } = state;
  const said = useSignal('');
  const ask = plan.ask.value;
  return (
    <article class="panel ask" aria-label={t('planAsk')}>
      <PanelHead title={t('planAsk')} kicker={t('planTitle')} />
      <Section title={t('askWhere')}>
        <AskWhere />
        <AskOutline />
      </Section>
      {/* Already there when an answer comes, or its first words would not be read out. */}
      <p class="visually-hidden" role="status">
        {ask === null ? '' : said}
      </p>
      {ask === null ? (
        <Section title={t('askAnswer')}>
          <Note>{t('askNone')}</Note>
        </Section>
      ) : (
        <AskAnswer ask={ask} onAnswer={(words) => (said.value = words)} />
      )}
    </article>
  );
}
