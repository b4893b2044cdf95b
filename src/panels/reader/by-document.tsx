/** What several documents say of one thing, one after the other; a single document needs no heading. */
import type { ComponentChildren } from 'preact';
import type { Policy } from '../../domain/schema/policy.ts';
import { useApp } from '../../state/app.ts';
import './documents.css';

export function ByDocument({ policy, children }: { readonly policy: Policy; readonly children: ComponentChildren }) {
  const { state, i18n } = useApp();
  const { date, lang } = i18n.value;
  if (state.base.policies.length < 2) return <>{children}</>;
  const en = lang === 'en';
  const title = i18n.value.verbatim(policy.title, policy.titleEn);
  return (
    <section class="document-group" aria-label={title}>
      <h4>
        <span lang={en ? 'en' : 'zh-Hans'}>{title}</span> <span class="muted tabular">{date(policy.date)}</span>
      </h4>
      {children}
    </section>
  );
}
