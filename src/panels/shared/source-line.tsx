import type { Source } from '../../domain/schema/parts.ts';
import { useApp } from '../../state/app.ts';
import { Mixed } from './mixed-script.tsx';

/** A source as a reader can look it up. */
export function SourceLine({ source }: { readonly source: Source | undefined }) {
  const { i18n } = useApp();
  if (source === undefined) return null;
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
