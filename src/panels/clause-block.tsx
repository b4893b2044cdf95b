/** One clause as every panel shows it: cite, verbatim text, document and date, copy citation. */
import { useSignal } from '@preact/signals';
import type { EntityRef, TextRun } from '../domain/policy.ts';
import type { Clause } from '../domain/schema.ts';
import { useApp } from '../state/context.ts';
import { formatAddress } from '../state/url.ts';
import { Icon } from '../ui/icon.tsx';
import { LinkButton } from '../ui/pieces.tsx';
import { Verbatim } from './verbatim.tsx';
import { citation } from './words.ts';

export function ClauseBlock({ clause, runs, current }: { readonly clause: Clause; readonly runs: readonly TextRun[]; readonly current?: EntityRef }) {
  const { state, i18n } = useApp();
  const { t, lang } = i18n.value;
  return (
    <article class="clause-block">
      <header>
        <LinkButton class="cite" onClick={() => state.actions.openClause(clause.id)}>
          <span lang="zh-Hans">{clause.cite}</span> <span lang="zh-Hans">{clause.heading}</span>
        </LinkButton>
        <CopyCitation clause={clause} />
      </header>
      <blockquote>
        <Verbatim runs={runs} current={current} />
      </blockquote>
      <p class="note note-quiet">
        <span lang="zh-Hans">{citation(i18n.value, state.policy.value, clause)}</span>
        {lang === 'zh-Hant' && <> · {t('hantAid')}</>}
      </p>
    </article>
  );
}

function CopyCitation({ clause }: { readonly clause: Clause }) {
  const { state, i18n } = useApp();
  const { t } = i18n.value;
  const done = useSignal<'copied' | 'copyFailed' | null>(null);
  const copy = async () => {
    const link = new URL(`#${formatAddress({ ...state.address.value, map: null, selection: null, clause: clause.id, sentence: null, view: 'reader' })}`, document.location.href);
    try {
      await navigator.clipboard.writeText(`${citation(i18n.value, state.policy.value, clause)}\n${link.href}`);
      done.value = 'copied';
    } catch {
      done.value = 'copyFailed';
    }
  };
  return (
    <LinkButton class="small" onClick={() => void copy()}>
      <Icon name="copy" size={14} /> <span aria-live="polite">{t(done.value ?? 'copyCitation')}</span>
    </LinkButton>
  );
}
