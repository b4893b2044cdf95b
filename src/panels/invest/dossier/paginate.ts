/** Blocks onto pages: in order, none cut, a heading never last on its page. Pure; lengths in CSS pixels. */

export interface PageBlock {
  readonly height: number;
  /** A heading: it stays with what follows it. */
  readonly leads: boolean;
}

/**
 * Indices of the blocks of each page. `first` is the room of the first page, `rest` that of each further one. A block
 * taller than a page gets one of its own.
 */
export function paginate(blocks: readonly PageBlock[], first: number, rest: number): number[][] {
  const pages: number[][] = [];
  let page: number[] = [];
  let left = first;
  const turn = () => {
    pages.push(page);
    page = [];
    left = rest;
  };
  for (let from = 0; from < blocks.length; ) {
    // A heading, further headings under it, and the first block that they lead.
    let to = from;
    while (blocks[to]?.leads === true && to + 1 < blocks.length) to += 1;
    const together = blocks.slice(from, to + 1);
    const height = together.reduce((sum, block) => sum + block.height, 0);
    if (height > left && page.length > 0) turn();
    page.push(...together.map((_, i) => from + i));
    left -= height;
    from = to + 1;
  }
  if (page.length > 0) pages.push(page);
  return pages;
}
