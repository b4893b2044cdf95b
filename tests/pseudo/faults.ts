/** What is wrong with the text of a page that is on screen: asked of the page itself. */

export interface TextFault {
  readonly what:
    | 'cut'
    | 'leaves its box'
    | 'on other text'
    | 'off screen'
    | 'scrolls sideways'
    | 'in no catalogue'
    | 'shortened';
  /** The element, by its class or what it is. */
  readonly where: string;
  readonly text: string;
}

/**
 * Runs in the page, and so holds all that it needs.
 *
 * @param brackets what stands around the words of a catalogue
 * @returns faults in the order of the page; what is in no catalogue may be a name of the data
 */
export function textFaults([open, close]: readonly [open: string, close: string]): TextFault[] {
  const SLACK = 2;
  /** Share of the height of a line's own box that no letter fills, above and below: headings stand closer than that. */
  const AIR = 0.2;
  const faults: TextFault[] = [];
  const shortOf = (text: string) => text.replace(/\s+/g, ' ').trim();
  const nameOf = (element: Element): string => {
    const own = [...element.classList].filter((name) => !/^(is|has)-/.test(name)).join('.');
    if (own !== '') return `.${own}`;
    const parent = element.parentElement;
    const tag = element.tagName.toLowerCase();
    return parent === null || parent === document.body ? tag : `${nameOf(parent)} ${tag}`;
  };
  const tell = (what: TextFault['what'], element: Element, text: string) =>
    faults.push({ what, where: nameOf(element).split(' ').slice(-3).join(' '), text: shortOf(text) });
  const root: HTMLElement = [...document.querySelectorAll<HTMLElement>('dialog[open]')].at(-1) ?? document.body;
  const styles = new Map<Element, CSSStyleDeclaration>();
  const styleOf = (element: Element): CSSStyleDeclaration => {
    const known = styles.get(element) ?? getComputedStyle(element);
    styles.set(element, known);
    return known;
  };
  /** The boxes around an element that may cut it: what is positioned is cut by what it is positioned in. */
  const around = (element: Element): Element[] => {
    const found: Element[] = [];
    let position = styleOf(element).position;
    for (let at = element.parentElement; at !== null && at !== document.documentElement; at = at.parentElement) {
      if (position === 'fixed') break;
      const style = styleOf(at);
      if (position === 'absolute' && style.position === 'static' && style.transform === 'none') continue;
      found.push(at);
      position = style.position;
    }
    return found;
  };
  const skipped = (element: Element) =>
    element.closest('.visually-hidden, .map, .skips, .licence-text, script, style, noscript, [inert], option') !==
      null ||
    !element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) ||
    [element, ...around(element)].some((each) => !(each instanceof SVGElement) && styleOf(each).clipPath !== 'none');

  // The page, and what is to scroll up and down alone.
  const page = document.documentElement.scrollWidth - innerWidth;
  if (page > 0) tell('scrolls sideways', document.documentElement, `${page} px`);
  for (const element of root.querySelectorAll<HTMLElement>('*')) {
    if (element.closest('.table-scroll, [inert], .map') !== null || element.clientWidth < 20) continue;
    const { overflowX } = styleOf(element);
    // A page of tables scrolls both ways on a wide screen, under heads that stay.
    if (element.querySelector('.table-scroll') !== null) continue;
    const more = element.scrollWidth - element.clientWidth;
    if ((overflowX === 'auto' || overflowX === 'scroll') && more > 1 && element.checkVisibility())
      tell('scrolls sideways', element, `${more} px`);
  }

  interface Written {
    readonly element: Element;
    readonly text: string;
    readonly box: DOMRect;
  }
  const written: Written[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const blocks = new Map<Element, Text[]>();
  const judged = new Map<Element, boolean>();
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (!(node instanceof Text) || node.data.trim() === '') continue;
    const element = node.parentElement;
    if (element === null) continue;
    const isOut = judged.get(element) ?? skipped(element);
    judged.set(element, isOut);
    if (isOut) continue;
    let block: Element = element;
    // A stage sets its lines one by one.
    while (
      (styleOf(block).display.startsWith('inline') || block.matches('.stage-line')) &&
      block.parentElement !== null
    )
      block = block.parentElement;
    blocks.set(block, [...(blocks.get(block) ?? []), node]);
    range.setStart(node, node.data.length - node.data.trimStart().length);
    range.setEnd(node, node.data.trimEnd().length);
    const outer = around(element);
    for (const whole of range.getClientRects()) {
      if (whole.width < 1 || whole.height < 1) continue;
      let { left, right, top, bottom } = whole;
      let [freeX, freeY] = [true, true];
      for (const each of [element, ...outer]) {
        const { overflowX, overflowY, textOverflow } = styleOf(each);
        if (overflowX === 'visible' && overflowY === 'visible') continue;
        if (each instanceof SVGElement && !(each instanceof SVGSVGElement)) continue;
        const box = each.getBoundingClientRect();
        const over = Math.max(box.left - left, right - box.right);
        const under = Math.max(box.top - top, bottom - box.bottom) - AIR * whole.height;
        const cuts = (how: string) => how === 'hidden' || how === 'clip';
        const isTold = textOverflow === 'ellipsis' && each.closest('[title]') !== null;
        if (freeX && cuts(overflowX) && over > SLACK && !isTold) tell('cut', element, node.data);
        else if (freeY && cuts(overflowY) && under > SLACK) tell('cut', element, node.data);
        if (!cuts(overflowX) && overflowX !== 'visible') freeX = false;
        if (!cuts(overflowY) && overflowY !== 'visible') freeY = false;
        left = Math.max(left, box.left);
        right = Math.min(right, box.right);
        top = Math.max(top, box.top);
        bottom = Math.min(bottom, box.bottom);
      }
      if (freeX && (whole.left < -SLACK || whole.right > innerWidth + SLACK)) tell('off screen', element, node.data);
      const control: Element | null = element.closest('button, a, summary, th, td, label, li, h2, h3');
      for (const each of new Set([block, control])) {
        if (each === null || styleOf(each).overflowX !== 'visible' || styleOf(each).display === 'inline') continue;
        if (around(element).indexOf(each) < 0 && each !== element) continue;
        const box = each.getBoundingClientRect();
        if (
          whole.left < box.left - SLACK ||
          whole.right > box.right + SLACK ||
          whole.bottom - AIR * whole.height > box.bottom + 4
        ) {
          tell('leaves its box', each, node.data);
          break;
        }
      }
      if (right - left > 1 && bottom - top > 1)
        written.push({ element, text: node.data, box: new DOMRect(left, top, right - left, bottom - top) });
    }
  }

  // Words that are in no catalogue: those outside of the brackets. A message may go over several lines of a stage.
  const opened = (text: string) => text.split(open).length - text.split(close).length;
  const looked = new Set<Element>();
  for (const [block, nodes] of blocks) {
    let whole = block;
    let text = nodes.map(({ data }) => data).join(' ');
    while (opened(text) !== 0 && whole.parentElement !== null && whole !== root) {
      whole = whole.parentElement;
      text = [...blocks].flatMap(([each, own]) => (whole.contains(each) ? own.map(({ data }) => data) : [])).join(' ');
    }
    if (looked.has(whole)) continue;
    looked.add(whole);
    let depth = 0;
    let outside = '';
    for (const letter of text) {
      if (letter === open) depth += 1;
      if (depth === 0) outside += letter;
      if (letter === close) {
        depth = Math.max(0, depth - 1);
        outside += ' | ';
      }
    }
    if (/[A-Za-z]{2}/.test(outside)) tell('in no catalogue', whole, outside);
  }
  for (const element of root.querySelectorAll('[aria-label], [title], [placeholder], [alt]')) {
    if (element.closest('.map, [inert]') !== null) continue;
    for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
      const said = element.getAttribute(name) ?? '';
      if (/[A-Za-z]{2}/.test(said) && !said.includes(open)) tell('in no catalogue', element, said);
    }
  }

  // What a field shows of its choice, or asks for, is no text of the page.
  const brush = document.createElement('canvas').getContext('2d');
  for (const field of root.querySelectorAll<HTMLSelectElement | HTMLInputElement>('select, input')) {
    if (brush === null || skipped(field) || field.clientWidth < 4) continue;
    const shown = field instanceof HTMLSelectElement ? field.selectedOptions[0]?.textContent : field.placeholder;
    if (shown === undefined || shown === '') continue;
    const style = styleOf(field);
    brush.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    const arrow = field instanceof HTMLSelectElement && style.appearance !== 'none' ? 16 : 0;
    const room = field.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight) - arrow;
    if (brush.measureText(shown).width > room + SLACK && field.title === '') tell('shortened', field, shown);
  }

  // Text on text, unless the upper one stands on a ground of its own.
  const isGround = (element: Element) => {
    const { backgroundColor, backgroundImage } = styleOf(element);
    return backgroundImage !== 'none' || !/^transparent$|, 0\)$/.test(backgroundColor);
  };
  const grounded = (element: Element, within: Element) => {
    for (let at: Element | null = element; at !== null && at !== within; at = at.parentElement)
      if (isGround(at)) return true;
    return false;
  };
  written.sort((a, b) => a.box.top - b.box.top);
  written.forEach((one, at) => {
    for (let next = at + 1; next < written.length; next += 1) {
      const other = written[next];
      if (other === undefined || other.box.top > one.box.bottom - 3) break;
      if (other.element === one.element) continue;
      const left = Math.max(one.box.left, other.box.left);
      const right = Math.min(one.box.right, other.box.right);
      const bottom = Math.min(one.box.bottom, other.box.bottom);
      // Lines of a heading stand closer than the type's own box is high.
      if (right - left <= 3 || bottom - other.box.top <= 0.3 * Math.min(one.box.height, other.box.height)) continue;
      let common: Element | null = one.element;
      while (common !== null && !common.contains(other.element)) common = common.parentElement;
      if (common === null || grounded(one.element, common) || grounded(other.element, common)) continue;
      tell('on other text', one.element, `${shortOf(one.text).slice(0, 38)} / ${shortOf(other.text).slice(0, 38)}`);
    }
  });
  return faults;
}
