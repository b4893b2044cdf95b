import type { Source } from '../../domain/schema/parts.ts';
import { useApp } from '../../state/app.ts';
import { Mixed } from './mixed-script.tsx';

/** A source as a reader can look it up; null is one that is still to be stated. */
export function SourceLine({ source }: { readonly source: Source | null | undefined }) {
  const { i18n } = useApp();
  if (source === undefined) return null;
  if (source === null) return <span class="source-line is-draft">{i18n.value.t('draftSource')}</span>;
  const words = [
    source.title,
    source.publisher,
    source.date === undefined ? undefined : i18n.value.date(source.date),
    source.licence,
  ]
    .filter((w) => w !== undefined)
    .join(' · ');
  return (
    <span class="source-line">
      {source.url === undefined ? (
        <Mixed text={words} verbatim />
      ) : (
        <a href={source.url} target="_blank" rel="noreferrer noopener">
          <Mixed text={words} verbatim />
        </a>
      )}
    </span>
  );
}
