/** Sources of one dossier, numbered in the order in which its pages refer to them. */
import type { Source } from '../../../domain/schema/parts.ts';

export interface SourceList {
  /** `[3]`; nothing where there is no source. */
  cite(sources: readonly (Source | undefined)[]): string;
  /** Those cited so far, in order. */
  cited(): readonly Source[];
}

export function sourceList(): SourceList {
  const numbers = new Map<string, number>();
  const sources: Source[] = [];
  const numberOf = (source: Source) => {
    const key = `${source.title} ${source.url ?? ''} ${source.date ?? ''}`;
    const known = numbers.get(key);
    if (known !== undefined) return known;
    sources.push(source);
    numbers.set(key, sources.length);
    return sources.length;
  };
  return {
    cite(given) {
      const own = [...new Set(given.flatMap((source) => (source === undefined ? [] : [numberOf(source)])))];
      return own.length === 0 ? '' : `[${own.join(', ')}]`;
    },
    cited: () => sources,
  };
}
