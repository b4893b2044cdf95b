/** Citing a clause or a sentence: the citation and the link, in Chinese or English form. */
import { citation } from '../../domain/citation.ts';
import type { Lang } from '../../domain/format.ts';
import type { Clause } from '../../domain/schema/policy.ts';
import type { MessageKey } from '../../i18n/index.ts';
import { formatAddress, parseAddress } from '../../state/address/address.ts';
import { useApp } from '../../state/app.ts';
import { Icon } from '../../ui/icon.tsx';
import { LinkButton } from '../../ui/pieces.tsx';
import { useCopy } from '../shared/use-copy.ts';

interface CiteProps {
  readonly clause: Clause;
  readonly sentence?: number | null;
  /** Form of the citation; the interface's language where none is given. */
  readonly form?: Lang;
  readonly label?: MessageKey;
}

/**
 * The whole address of a place in the product. A link that began with `#` would be taken for one that skips
 * to an element of the page.
 */
export function hrefTo(pairs: string): string {
  return new URL(`#${pairs}`, document.location.href).href;
}

/** The address of a clause or sentence alone, so that a citation does not carry the writer's filters. */
export function clauseHref(clause: Clause, sentence: number | null, doc: string | null, form: Lang): string {
  return hrefTo(
    formatAddress({
      ...parseAddress(''),
      doc,
      lang: form === 'en' ? 'en' : null,
      clause: clause.id,
      sentence,
      view: 'reader',
    }),
  );
}

export function CopyCitation({ clause, sentence = null, form, label = 'copyCitation' }: CiteProps) {
  const { state, i18n } = useApp();
  const { t, lang } = i18n.value;
  const { copied, copy } = useCopy();
  const cite = () => {
    const inForm = form ?? lang;
    const link = clauseHref(clause, sentence, state.docOf(clause.id), inForm);
    copy(`${citation(state.policyOf(clause.id), clause, inForm)}\n${link}`);
  };
  return (
    <LinkButton class="small copy-citation no-print" onClick={cite}>
      <Icon name="copy" size={14} />{' '}
      <span aria-live="polite">{t(copied === null ? label : copied ? 'copied' : 'copyFailed')}</span>
    </LinkButton>
  );
}

/** The citation in words, its link, and both forms to copy. */
export function CiteBox({ clause, sentence = null }: CiteProps) {
  const { state, i18n } = useApp();
  const { t, lang } = i18n.value;
  const other: Lang = lang === 'en' ? 'zh-Hans' : 'en';
  return (
    <div class="cite-box">
      <p lang={lang === 'en' ? 'en' : 'zh-Hans'}>{citation(state.policyOf(clause.id), clause, lang)}</p>
      <p class="cite-actions">
        <a href={clauseHref(clause, sentence, state.docOf(clause.id), lang)}>
          {sentence === null ? t('clauseLink') : t('sentenceLink', { n: sentence })}
        </a>
        <CopyCitation clause={clause} sentence={sentence} />
        <CopyCitation clause={clause} sentence={sentence} form={other} label="copyCitationOther" />
      </p>
    </div>
  );
}
