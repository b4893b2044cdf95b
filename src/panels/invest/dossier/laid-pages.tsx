/** Blocks on their sheets: measured out of sight in the width of the page, then laid out so that nothing is cut. */
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { mmToPx, sheetBox } from '../../paper/paper-size.ts';
import type { Block } from './block.ts';
import { paginate } from './paginate.ts';

/** A4 in millimetres: what the blocks may fill, and what head and foot take of it. */
export const SHEET = { width: 210, height: 297, margin: 12 };
const RUNNING_HEAD_MM = 9;
const FOOT_MM = 19;
/** Rounding of lengths between screen and paper. */
const SLACK_MM = 1;

interface Layout {
  /** Places of the blocks, page by page. */
  readonly pages: readonly (readonly number[])[];
  readonly tight: boolean;
}

/** Measures the blocks in the ruler, in the type that is asked for, and lays them on pages. */
function laidOut(ruler: HTMLElement, blocks: readonly Block[], tight: boolean): Layout {
  ruler.classList.toggle('is-tight', tight);
  // On a narrow screen the pages are seen smaller, and so is the ruler among them.
  const seen = ruler.getBoundingClientRect().width / mmToPx(SHEET.width - 2 * SHEET.margin) || 1;
  const heights = [...ruler.children].map((child) => child.getBoundingClientRect().height / seen);
  const room = mmToPx(SHEET.height - 2 * SHEET.margin - FOOT_MM - SLACK_MM);
  const pages = paginate(
    blocks.map(({ leads }, index) => ({ leads, height: heights[index] ?? 0 })),
    room,
    room - mmToPx(RUNNING_HEAD_MM),
  );
  return { pages, tight };
}

interface LaidPagesProps {
  readonly blocks: readonly Block[];
  /** Class of its type. */
  readonly type: string;
  /** More pages than this, and the type becomes smaller before a further one is begun. */
  readonly most: number;
  /** Head of the pages behind the first. */
  readonly running: string;
  /** What a page is called, for those who do not see it; `page` from 1. */
  readonly label: (page: number, of: number) => string;
  readonly foot: (page: number, of: number) => ComponentChildren;
  readonly onPages: (pages: number) => void;
}

export function LaidPages({ blocks, type, most, running, label, foot, onPages }: LaidPagesProps) {
  const ruler = useRef<HTMLDivElement>(null);
  const [layout, setLayout] = useState<Layout>({ pages: [], tight: false });
  useLayoutEffect(() => {
    const life = { gone: false };
    const measure = () => {
      if (life.gone || ruler.current === null) return;
      const loose = laidOut(ruler.current, blocks, false);
      const next = loose.pages.length <= most ? loose : laidOut(ruler.current, blocks, true);
      setLayout(next);
      onPages(next.pages.length);
    };
    measure();
    // A font that comes later has other widths.
    if ('fonts' in document) void document.fonts.ready.then(measure);
    return () => {
      life.gone = true;
    };
  }, [blocks]);
  const width = { width: `${SHEET.width - 2 * SHEET.margin}mm` };
  const { pages, tight } = layout;
  const classes = `dos-text ${type} ${tight ? 'is-tight' : ''}`;
  const box = sheetBox(SHEET);
  return (
    <>
      <div class={`dos-ruler ${classes}`} ref={ruler} style={width} aria-hidden="true" inert>
        {blocks.map(({ key, node }) => (
          <div class="dos-block" key={key}>
            {node}
          </div>
        ))}
      </div>
      {pages.map((indices, index) => (
        <section
          key={index}
          class={`print-sheet dos-sheet ${classes}`}
          style={box}
          aria-label={label(index + 1, pages.length)}
        >
          {index > 0 && <p class="dos-running">{running}</p>}
          {indices.map((at) => {
            const block = blocks[at];
            return block === undefined ? null : (
              <div class="dos-block" key={block.key}>
                {block.node}
              </div>
            );
          })}
          {foot(index + 1, pages.length)}
        </section>
      ))}
    </>
  );
}
