/** A name or an address with a button that copies it, and the search pages that look for it. */
import type { PlaceSearch } from '../../../domain/schema/place-search.ts';
import { useApp } from '../../../state/app.ts';
import { useCopy } from '../../shared/use-copy.ts';
import { searchAddress } from './search-pages.ts';

interface ToCopyProps {
  readonly text: string;
  /** Where the text is not in the language of the page. */
  readonly lang?: string;
  readonly pages: readonly PlaceSearch[];
}

export function ToCopy({ text, lang, pages }: ToCopyProps) {
  const { t } = useApp().i18n.value;
  const { copied, copy } = useCopy();
  return (
    <li>
      <span class="bench-text" lang={lang}>
        {text}
      </span>{' '}
      <button
        type="button"
        class="link-button small"
        aria-label={t('benchCopyThis', { text })}
        onClick={() => copy(text)}
      >
        {t('benchCopy')}
      </button>{' '}
      {pages.map((page) => (
        <a
          key={page.label}
          class="small"
          href={searchAddress(page, text)}
          target="_blank"
          rel="noreferrer noopener"
          aria-label={t('benchSearchThis', { label: page.label, text })}
        >
          {page.label}
        </a>
      ))}{' '}
      <span role="status" class="small muted">
        {copied === null ? '' : t(copied ? 'copied' : 'copyFailed')}
      </span>
    </li>
  );
}
