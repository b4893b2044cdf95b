/** Text in which another script may stand: it is marked with its language, for voices and for fonts. */
import { useApp } from '../../state/app.ts';

/** A run of Chinese characters with the Chinese punctuation within and after it. */
const CHINESE = /(\p{Script=Han}[\p{Script=Han}\u3000-\u303f\uff00-\uffef]*)/u;

/**
 * `verbatim` text stays as it was printed: in the traditional interface too it is in simplified characters.
 */
export function Mixed({ text, verbatim = false }: { readonly text: string; readonly verbatim?: boolean }) {
  const { lang } = useApp().i18n.value;
  if (lang === 'zh-Hans' || (lang === 'zh-Hant' && !verbatim)) return <>{text}</>;
  // Splitting by a group keeps what matched: every second part is Chinese.
  const parts = text.split(new RegExp(CHINESE, 'gu'));
  return (
    <>
      {parts.map((part, i) =>
        i % 2 === 1 ? (
          <span key={i} lang="zh-Hans">
            {part}
          </span>
        ) : (
          part
        ),
      )}
    </>
  );
}
