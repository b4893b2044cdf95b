/** How a list without places goes together with the register: by a column of ids or names of sites. */
import type { SiteIndex } from '../place/site-index.ts';
import type { SourceRow } from '../readers/source.ts';
import type { JoinName, JoinPreview } from '../types.ts';

/** Different texts that are looked at; a list of more is no list of parks. */
const MOST_TEXTS = 500;
/** Row numbers that are named of one text. */
const MOST_ROWS = 20;

/** What the rows of the sample say in the column, and which sites that is or could be. */
export function joinOf(rows: readonly SourceRow[], column: number | undefined, sites: SiteIndex): JoinPreview | null {
  if (column === undefined) return null;
  const texts = new Map<string, number[]>();
  let [exact, stated] = [0, 0];
  for (const { cells, row } of rows) {
    const cell = cells[column];
    const text = cell === null || cell === undefined ? '' : String(cell).trim();
    if (text === '') continue;
    stated++;
    if (sites.exact(text) !== null) exact++;
    else if (texts.has(text)) texts.get(text)?.push(row);
    else if (texts.size < MOST_TEXTS) texts.set(text, [row]);
  }
  const others = [...texts].map(
    ([text, numbers]): JoinName => ({
      text,
      count: numbers.length,
      rows: numbers.slice(0, MOST_ROWS),
      candidates: sites.near(text).map(({ site }) => site.id),
    }),
  );
  return {
    exact,
    stated,
    near: others.filter(({ candidates }) => candidates.length > 0),
    unknown: others.filter(({ candidates }) => candidates.length === 0),
  };
}
