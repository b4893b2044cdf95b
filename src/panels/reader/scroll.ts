/** Places in the reader: what fills its box, going to a place, and noticing which clause is being read. */
import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/** Air between the tools and what one jumps to, CSS px. */
const GAP_PX = 8;

function boxOf(element: Element): Element | null {
  return element.closest('.detail');
}

/** Height of what sticks to the top of the box. */
function stuckHeight(box: Element): number {
  return box.querySelector('.reader-tools')?.getBoundingClientRect().height ?? 0;
}

interface GoTo {
  /** Move also what can be read already. */
  readonly always?: boolean;
  /** Where in the box it comes to stand: at its top, or with some of the text before it. */
  readonly at?: 'top' | 'middle';
}

/** Brings the element into the reader's box; one whose beginning can be read already stays where it is. */
export function goTo(element: Element, { always = false, at = 'top' }: GoTo = {}): void {
  const box = boxOf(element);
  if (box === null) return;
  const { top, height } = box.getBoundingClientRect();
  const free = top + stuckHeight(box) + GAP_PX;
  const now = element.getBoundingClientRect().top;
  if (!always && now >= free && now < top + height * 0.7) return;
  box.scrollTop += now - (at === 'top' ? free : top + height * 0.4);
}

/** Calls back with the clause that reaches the reading line, a fifth down the box, as the user scrolls. */
export function useReadingOn(
  reader: RefObject<HTMLElement | null>,
  active: boolean,
  onReach: (clauseId: string) => void,
): void {
  useEffect(() => {
    const element = reader.current;
    if (!active || element === null) return;
    const atLine = new Set<string>();
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          const id = target.getAttribute('data-clause') ?? '';
          if (isIntersecting) atLine.add(id);
          else atLine.delete(id);
        }
        const reached = [...atLine].at(-1);
        if (reached !== undefined) onReach(reached);
      },
      { root: boxOf(element), rootMargin: '-20% 0px -79% 0px' },
    );
    for (const clause of element.querySelectorAll('[data-clause]')) observer.observe(clause);
    return () => observer.disconnect();
  }, [active]);
}
